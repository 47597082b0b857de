/** Rules that the whole code base keeps. */
@NullMarked
package org.rpusim.architecture;

import org.jspecify.annotations.NullMarked;
