/**
 * A tile as a machine: its array and converters take time, wait for one another and count what they
 * do. The numbers come from whoever implements {@code TileWork}.
 */
@NullMarked
package org.rpusim.chip.tile;

import org.jspecify.annotations.NullMarked;
