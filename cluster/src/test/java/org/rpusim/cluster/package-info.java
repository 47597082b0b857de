/** Tests of sweeps on Spark, with threads of this process as workers. */
@NullMarked
package org.rpusim.cluster;

import org.jspecify.annotations.NullMarked;
