/** Quantities as people write them ({@code 80 ns}, {@code 0.24 mW}) and as models count them. */
@NullMarked
package org.rpusim.core.units;

import org.jspecify.annotations.NullMarked;
