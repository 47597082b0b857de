/** Readers of files are given what no honest program would write. */
@NullMarked
package org.rpusim.workload.fuzz;

import org.jspecify.annotations.NullMarked;
