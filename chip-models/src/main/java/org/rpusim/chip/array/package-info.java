/** The numbers of crossbar arrays: reads, updates and their kernels. */
@NullMarked
package org.rpusim.chip.array;

import org.jspecify.annotations.NullMarked;
