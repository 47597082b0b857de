/** From exact counts and times to energy, utilisation and metrics. */
@NullMarked
package org.rpusim.workload.accounting;

import org.jspecify.annotations.NullMarked;
