/** Interconnects against closed forms, and networks against a simulation of every flit. */
@NullMarked
package org.rpusim.chip.interconnect;

import org.jspecify.annotations.NullMarked;
