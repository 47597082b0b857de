/** Placeholder. */
@NullMarked
package org.rpusim.core;

import org.jspecify.annotations.NullMarked;
