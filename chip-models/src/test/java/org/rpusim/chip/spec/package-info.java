/** Tests of how chips are described. */
@NullMarked
package org.rpusim.chip.spec;

import org.jspecify.annotations.NullMarked;
