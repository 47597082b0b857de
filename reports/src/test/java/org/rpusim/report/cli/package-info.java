/** Tests of the command line. */
@NullMarked
package org.rpusim.report.cli;

import org.jspecify.annotations.NullMarked;
