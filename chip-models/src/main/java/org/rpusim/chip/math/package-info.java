/**
 * Arithmetic of the models in fp32: polynomial functions, random streams and the kernels over float
 * arrays, each kernel in a plain and a Vector API form that give the same bits.
 */
@NullMarked
package org.rpusim.chip.math;

import org.jspecify.annotations.NullMarked;
