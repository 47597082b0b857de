/** Counter-based random numbers: a draw depends on its key and its index, on nothing else. */
@NullMarked
package org.rpusim.core.random;

import org.jspecify.annotations.NullMarked;
