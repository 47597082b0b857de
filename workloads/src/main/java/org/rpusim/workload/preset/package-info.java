/** Workloads by name, and how a name or a file becomes a workload. */
@NullMarked
package org.rpusim.workload.preset;

import org.jspecify.annotations.NullMarked;
