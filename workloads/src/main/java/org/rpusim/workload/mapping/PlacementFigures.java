package org.rpusim.workload.mapping;

import org.rpusim.chip.floorplan.FloorPlan;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.network.MappingOptions.Objective;

/**
 * How far numbers travel on the floor plan in a forward pass of one sample, memory included.
 *
 * @param numberMillimetres numbers × distance along rows and columns, mm
 * @param busiestLink numbers over the busiest link between neighbouring tiles, were all to go along
 *     the row first and then along the column
 */
public record PlacementFigures(double numberMillimetres, long busiestLink) {
  private static final double MILLIMETRES_PER_MICROMETRE = 1e-3;

  /** The figures of a mapping. */
  public static PlacementFigures of(Mapping mapping, ChipSpec chip) {
    FloorPlan plan = FloorPlan.of(chip);
    PlacementCost path = PlacementCost.of(Objective.SHORTEST_PATH, plan);
    LinkCost links = new LinkCost(plan);
    for (Traffic.Flow flow : Traffic.of(mapping).flows()) {
      int from = flow.from() == Traffic.MEMORY ? Traffic.MEMORY : mapping.sites().get(flow.from());
      int to = mapping.sites().get(flow.to());
      path.add(from, to, flow.numbers());
      links.add(from, to, flow.numbers());
    }
    return new PlacementFigures(path.total() * MILLIMETRES_PER_MICROMETRE, links.busiest());
  }
}
