/** Counters that components count with, and the metrics that a run reports. */
@NullMarked
package org.rpusim.core.stats;

import org.jspecify.annotations.NullMarked;
