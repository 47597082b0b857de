/** Runs programs on a chip: every operation when what it waits for is complete. */
@NullMarked
package org.rpusim.workload.execution;

import org.jspecify.annotations.NullMarked;
