/** Placeholder. */
@NullMarked
package org.rpusim.benchmark;

import org.jspecify.annotations.NullMarked;
