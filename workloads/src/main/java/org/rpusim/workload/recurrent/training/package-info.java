/** The numbers of recurrent networks: sequences, cells and their gradients, passes of a text. */
@NullMarked
package org.rpusim.workload.recurrent.training;

import org.jspecify.annotations.NullMarked;
