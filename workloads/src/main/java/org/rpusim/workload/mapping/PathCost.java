package org.rpusim.workload.mapping;

import org.rpusim.chip.floorplan.FloorPlan;

/**
 * Numbers × distance along rows and columns. Distances count in whole micrometres, so that sums do
 * not depend on the order of their parts.
 */
final class PathCost implements PlacementCost {
  private static final double MICROMETRES_PER_MILLIMETRE = 1000;

  private final FloorPlan plan;
  private long total;

  PathCost(FloorPlan plan) {
    this.plan = plan;
  }

  @Override
  public void add(int from, int to, long numbers) {
    total += numbers * micrometres(from, to);
  }

  @Override
  public void remove(int from, int to, long numbers) {
    total -= numbers * micrometres(from, to);
  }

  private long micrometres(int from, int to) {
    double millimetres =
        from == Traffic.MEMORY
            ? plan.distanceToMemoryMillimetres(to)
            : plan.distanceMillimetres(from, to);
    return Math.round(millimetres * MICROMETRES_PER_MILLIMETRE);
  }

  @Override
  public double total() {
    return (double) total;
  }
}
