/** Speed of the simulator on the user's own machine: what {@code rpusim bench} measures. */
@NullMarked
package org.rpusim.report.bench;

import org.jspecify.annotations.NullMarked;
