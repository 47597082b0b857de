/** Where the tiles of a chip lie on its die. */
@NullMarked
package org.rpusim.chip.floorplan;

import org.jspecify.annotations.NullMarked;
