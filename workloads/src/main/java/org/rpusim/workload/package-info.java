/** Placeholder. */
@NullMarked
package org.rpusim.workload;

import org.jspecify.annotations.NullMarked;
