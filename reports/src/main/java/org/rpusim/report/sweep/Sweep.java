package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * What is swept, as a file or the command line says it.
 *
 * @param name of the sweep
 * @param description one line; empty for none
 * @param workload preset or file
 * @param chip preset or file
 * @param design how points are chosen
 * @param samples number of points of a design that draws them; 0 for others
 * @param sampleSeed seed of the draws
 * @param seeds runs of each point, with the seeds 1 to this number
 * @param set keys that are set for all points
 * @param axes keys that are varied; none in a list
 * @param points what a list writes out: values by column, the same columns everywhere
 * @param hidden keys that points of a list set beside their columns, one map a point; may be empty
 * @param objectives what the front is of; empty for the standard ones
 * @param remarks assumptions that a reader must know
 */
public record Sweep(
    String name,
    String description,
    String workload,
    String chip,
    Design design,
    int samples,
    long sampleSeed,
    int seeds,
    ImmutableMap<String, String> set,
    ImmutableList<Axis> axes,
    ImmutableList<ImmutableMap<String, String>> points,
    ImmutableList<ImmutableMap<String, String>> hidden,
    ImmutableList<Objective> objectives,
    ImmutableList<String> remarks) {}
