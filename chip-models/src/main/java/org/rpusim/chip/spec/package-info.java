/** Chip descriptions as immutable records, and how they are read from {@code chip.yaml}. */
@NullMarked
package org.rpusim.chip.spec;

import org.jspecify.annotations.NullMarked;
