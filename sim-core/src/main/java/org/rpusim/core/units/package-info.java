/** Quantities with units. */
@NullMarked
package org.rpusim.core.units;

import org.jspecify.annotations.NullMarked;
