/** The numbers of training, computed where the schedule runs them. */
@NullMarked
package org.rpusim.workload.training;

import org.jspecify.annotations.NullMarked;
