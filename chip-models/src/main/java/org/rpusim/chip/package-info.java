/** Placeholder. */
@NullMarked
package org.rpusim.chip;

import org.jspecify.annotations.NullMarked;
