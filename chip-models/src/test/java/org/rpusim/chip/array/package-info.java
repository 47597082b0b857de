/** Tests of arrays: exact small cases, references, statistics, twins. */
@NullMarked
package org.rpusim.chip.array;

import org.jspecify.annotations.NullMarked;
