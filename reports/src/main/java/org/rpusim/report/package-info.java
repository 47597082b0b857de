/** What a user sees of a run: the command line, the run folder, tables and charts. */
@NullMarked
package org.rpusim.report;

import org.jspecify.annotations.NullMarked;
