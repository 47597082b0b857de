/**
 * A chip of resistive processing units and its parts: how they are described in files, what they
 * compute, how long they take, and what they cost in energy and area.
 */
@NullMarked
package org.rpusim.chip;

import org.jspecify.annotations.NullMarked;
