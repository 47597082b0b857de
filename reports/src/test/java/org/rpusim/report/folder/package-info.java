/** Tests of the run folder. */
@NullMarked
package org.rpusim.report.folder;

import org.jspecify.annotations.NullMarked;
