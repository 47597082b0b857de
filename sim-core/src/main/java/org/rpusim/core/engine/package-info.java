/** The event engine: simulated time in picoseconds, events as plain data, one thread. */
@NullMarked
package org.rpusim.core.engine;

import org.jspecify.annotations.NullMarked;
