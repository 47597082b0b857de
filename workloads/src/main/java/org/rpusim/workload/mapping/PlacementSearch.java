package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpusim.chip.floorplan.FloorPlan;

/**
 * Improves a placement by exchanging tiles of a kind, as long as that lowers its cost. Each tile in
 * turn is tried at its neighbours' sites and near the middle of what it exchanges numbers with, so
 * that a pass takes time in proportion to the tiles and their flows. No draw: the same every time.
 */
final class PlacementSearch {
  private static final int MOST_PASSES = 100;

  private final FloorPlan plan;
  private final List<List<Traffic.Flow>> flowsOf = new ArrayList<>();
  private final ImmutableList<Traffic.Flow> flows;
  private final PlacementCost cost;
  private final int[] siteOf;
  private final int fixed;
  private final Map<Integer, Integer> tileAt = new HashMap<>();

  /**
   * @param siteOf site of each tile, to be improved
   * @param fixed tiles, the first ones, that stay where they are
   */
  PlacementSearch(FloorPlan plan, Traffic traffic, PlacementCost cost, int[] siteOf, int fixed) {
    this.plan = plan;
    this.cost = cost;
    this.siteOf = siteOf;
    this.fixed = fixed;
    this.flows = traffic.flows();
    for (int tile = 0; tile < siteOf.length; tile++) {
      flowsOf.add(new ArrayList<>());
      tileAt.put(siteOf[tile], tile);
    }
    for (Traffic.Flow flow : flows) {
      flowsOf.get(flow.to()).add(flow);
      if (flow.from() != Traffic.MEMORY) {
        flowsOf.get(flow.from()).add(flow);
      }
    }
  }

  /** Exchanges tiles until nothing helps any more. */
  void improve() {
    flows.forEach(flow -> cost.add(site(flow.from()), site(flow.to()), flow.numbers()));
    boolean better = true;
    for (int pass = 0; better && pass < MOST_PASSES; pass++) {
      better = false;
      for (int tile = fixed; tile < siteOf.length; tile++) {
        for (int other : candidates(tile)) {
          better |= exchange(tile, other);
        }
      }
    }
  }

  private int site(int end) {
    return end == Traffic.MEMORY ? Traffic.MEMORY : siteOf[end];
  }

  /** Exchanges two tiles if that lowers the cost. */
  private boolean exchange(int tile, int other) {
    double before = cost.total();
    swap(tile, other);
    if (cost.total() < before) {
      return true;
    }
    swap(tile, other);
    return false;
  }

  private void swap(int tile, int other) {
    account(tile, other, false);
    int site = siteOf[tile];
    siteOf[tile] = siteOf[other];
    siteOf[other] = site;
    tileAt.put(siteOf[tile], tile);
    tileAt.put(siteOf[other], other);
    account(tile, other, true);
  }

  private void account(int tile, int other, boolean adds) {
    for (Traffic.Flow flow : flowsOf.get(tile)) {
      account(flow, adds);
    }
    for (Traffic.Flow flow : flowsOf.get(other)) {
      if (flow.from() != tile && flow.to() != tile) {
        account(flow, adds);
      }
    }
  }

  private void account(Traffic.Flow flow, boolean adds) {
    if (adds) {
      cost.add(site(flow.from()), site(flow.to()), flow.numbers());
    } else {
      cost.remove(site(flow.from()), site(flow.to()), flow.numbers());
    }
  }

  /** Tiles of the same kind next to a tile, and at the middle of its flows. */
  private List<Integer> candidates(int tile) {
    int site = siteOf[tile];
    int width = rowLength(site);
    List<Integer> found = new ArrayList<>();
    for (int candidate : new int[] {site - 1, site + 1, site - width, site + width, middle(tile)}) {
      Integer other = tileAt.get(candidate);
      if (other != null && other >= fixed && other != tile && isSameKind(site, candidate)) {
        found.add(other);
      }
    }
    return found;
  }

  private boolean isSameKind(int site, int other) {
    return plan.sites().get(site).kind() == plan.sites().get(other).kind();
  }

  /** Sites in a row of a site's kind. */
  private int rowLength(int site) {
    FloorPlan.Site at = plan.sites().get(site);
    return Math.max(1, (int) Math.round(plan.widthMillimetres() / at.sideMillimetres() - 0.49));
  }

  /** The site in use of the tile's kind that is next to the middle of its flows. */
  private int middle(int tile) {
    double numbers = 0;
    double x = 0;
    double y = 0;
    for (Traffic.Flow flow : flowsOf.get(tile)) {
      int end = flow.from() == tile ? flow.to() : flow.from();
      numbers += flow.numbers();
      if (end != Traffic.MEMORY) {
        x += flow.numbers() * plan.sites().get(siteOf[end]).xMillimetres();
        y += flow.numbers() * plan.sites().get(siteOf[end]).yMillimetres();
      }
    }
    FloorPlan.Site own = plan.sites().get(siteOf[tile]);
    if (numbers == 0) {
      return siteOf[tile];
    }
    int columns = (int) Math.round((x / numbers - own.xMillimetres()) / own.sideMillimetres());
    int rows = (int) Math.round((y / numbers - own.yMillimetres()) / own.sideMillimetres());
    return siteOf[tile] + rows * rowLength(siteOf[tile]) + columns;
  }
}
