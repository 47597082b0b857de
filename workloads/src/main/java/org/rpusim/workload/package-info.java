/**
 * What a chip is made to do: data sets, networks, how they become a program of the chip's
 * components, its execution on the chip's clock, and the result.
 */
@NullMarked
package org.rpusim.workload;

import org.jspecify.annotations.NullMarked;
