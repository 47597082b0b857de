/** Chips and devices by name, and how a name or a file becomes a chip. */
@NullMarked
package org.rpusim.chip.preset;

import org.jspecify.annotations.NullMarked;
