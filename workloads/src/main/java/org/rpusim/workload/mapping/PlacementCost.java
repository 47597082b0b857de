package org.rpusim.workload.mapping;

import org.rpusim.chip.floorplan.FloorPlan;
import org.rpusim.workload.network.MappingOptions.Objective;

/** What a placement on the floor plan costs, flow by flow. */
interface PlacementCost {

  /**
   * A flow begins to take the way between two sites.
   *
   * @param from number of a site, or {@link Traffic#MEMORY}
   */
  void add(int from, int to, long numbers);

  /** A flow no longer takes this way. */
  void remove(int from, int to, long numbers);

  /** Cost of all flows that are there now. */
  double total();

  /** The cost of an objective, without flows. */
  static PlacementCost of(Objective objective, FloorPlan plan) {
    return objective == Objective.BALANCED_LINKS ? new LinkCost(plan) : new PathCost(plan);
  }
}
