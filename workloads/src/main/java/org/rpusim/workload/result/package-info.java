/** What a run gives back. */
@NullMarked
package org.rpusim.workload.result;

import org.jspecify.annotations.NullMarked;
