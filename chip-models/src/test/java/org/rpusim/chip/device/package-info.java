/** Tests of the device registry. */
@NullMarked
package org.rpusim.chip.device;

import org.jspecify.annotations.NullMarked;
