/** Device models: one file a variant, registered in {@code Devices}. */
@NullMarked
package org.rpusim.chip.device;

import org.jspecify.annotations.NullMarked;
