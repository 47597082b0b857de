/** What a chip does for one sample: operations and what waits for what. */
@NullMarked
package org.rpusim.workload.program;

import org.jspecify.annotations.NullMarked;
