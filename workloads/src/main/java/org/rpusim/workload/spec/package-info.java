/** Workload descriptions as immutable records, and how they are read from a workload file. */
@NullMarked
package org.rpusim.workload.spec;

import org.jspecify.annotations.NullMarked;
