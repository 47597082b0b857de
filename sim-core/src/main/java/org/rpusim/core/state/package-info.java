/** What a simulation remembers, written down so that it can go on from there. */
@NullMarked
package org.rpusim.core.state;

import org.jspecify.annotations.NullMarked;
