/**
 * Points of a sweep on Apache Spark: a job of one task a point, so that a point that fails every
 * time ends nothing but itself, and each result comes home as soon as it is there.
 */
@NullMarked
package org.rpusim.cluster;

import org.jspecify.annotations.NullMarked;
