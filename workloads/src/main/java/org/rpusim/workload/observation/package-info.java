/** What is written down while a chip works: who did what for which sample, and what led to it. */
@NullMarked
package org.rpusim.workload.observation;

import org.jspecify.annotations.NullMarked;
