/** What actions, parts and whole chips cost and reach, worked out from their components. */
@NullMarked
package org.rpusim.chip.cost;

import org.jspecify.annotations.NullMarked;
