/** The whole chip as a machine of components on one engine. */
@NullMarked
package org.rpusim.chip.machine;

import org.jspecify.annotations.NullMarked;
