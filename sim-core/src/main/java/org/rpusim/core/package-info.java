/** What every simulator of hardware needs: events, random streams, units and statistics. */
@NullMarked
package org.rpusim.core;

import org.jspecify.annotations.NullMarked;
