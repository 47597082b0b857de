/** Readers of files are given what no honest program would write. */
@NullMarked
package org.rpusim.report.fuzz;

import org.jspecify.annotations.NullMarked;
