/**
 * Sweeps: many runs over values of any keys, from the plan over points and rows to files. Threads
 * are in {@link org.rpusim.report.sweep.SweepRunner} alone, so that results may come from
 * elsewhere.
 */
@NullMarked
package org.rpusim.report.sweep;

import org.jspecify.annotations.NullMarked;
