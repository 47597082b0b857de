/** What a run leaves for others to begin with: saved weights, and checkpoints to go on from. */
@NullMarked
package org.rpusim.workload.state;

import org.jspecify.annotations.NullMarked;
