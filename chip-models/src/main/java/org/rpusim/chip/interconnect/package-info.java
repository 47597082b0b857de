/** What carries numbers between tiles and to memory: one file a topology. */
@NullMarked
package org.rpusim.chip.interconnect;

import org.jspecify.annotations.NullMarked;
