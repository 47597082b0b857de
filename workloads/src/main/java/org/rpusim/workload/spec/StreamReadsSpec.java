package org.rpusim.workload.spec;

/**
 * Every tile is fed back-to-back forward reads; timing only.
 *
 * @param readsPerTile reads of each tile, 1 or more
 * @param rows used output lines of each read
 * @param columns used input lines of each read
 * @param activity mean input as a fraction of full scale, 0 to 1 (P1: 0.2)
 * @param inFlight reads of a tile that may be under way together
 */
public record StreamReadsSpec(
    String name,
    String description,
    int readsPerTile,
    int rows,
    int columns,
    double activity,
    int inFlight)
    implements WorkloadSpec {}
