/** Data sets: where they come from and how they are checked. */
@NullMarked
package org.rpusim.workload.data;

import org.jspecify.annotations.NullMarked;
