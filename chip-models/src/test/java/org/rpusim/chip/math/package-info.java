/** Tests of the arithmetic: accuracy, statistics, and the twins of every kernel. */
@NullMarked
package org.rpusim.chip.math;

import org.jspecify.annotations.NullMarked;
