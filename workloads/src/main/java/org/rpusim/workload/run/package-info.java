/** Runs a workload on a chip. */
@NullMarked
package org.rpusim.workload.run;

import org.jspecify.annotations.NullMarked;
