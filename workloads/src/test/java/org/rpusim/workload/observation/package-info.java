/** Tests of what is written down while a chip works. */
@NullMarked
package org.rpusim.workload.observation;

import org.jspecify.annotations.NullMarked;
