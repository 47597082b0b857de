package org.rpusim.report.map;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.rpusim.chip.interconnect.FloorPlan.Point;
import org.rpusim.chip.interconnect.NetworkLayout;
import org.rpusim.chip.interconnect.NetworkLayout.Wire;
import org.rpusim.report.chart.HeatMapChart;
import org.rpusim.report.table.Numbers;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.result.RunResult;

/** How busy tiles and links were in a run, on the floor plan. */
public final class HeatMapDrawing {
  private final MapFigures map;
  private final Map<String, Double> busy = new HashMap<>();

  private HeatMapDrawing(MapFigures map, RunResult result) {
    this.map = map;
    for (ComponentResult component : result.components()) {
      double waiting = component.waitingSeconds().values().stream().mapToDouble(s -> s).sum();
      double total = component.busySeconds() + waiting + component.idleSeconds();
      busy.put(component.name(), total > 0 ? component.busySeconds() / total : 0);
    }
  }

  /**
   * Writes {@code heat-map.png} and {@code heat-map.svg}.
   *
   * @param map of the network that ran
   * @param folder exists
   * @throws IOException if a file cannot be written
   */
  public static void write(MapFigures map, RunResult result, Path folder) throws IOException {
    HeatMapChart.write(new HeatMapDrawing(map, result).plan(), folder, "heat-map");
  }

  private HeatMapChart.Plan plan() {
    Mapping mapping = map.mapping();
    NetworkLayout layout = NetworkLayout.of(map.chip(), mapping.sites());
    ImmutableList<HeatMapChart.Tile> tiles = tiles(layout);
    ImmutableList.Builder<HeatMapChart.Link> links = ImmutableList.builder();
    for (Wire wire : layout.wires()) {
      double share = busy.getOrDefault(wire.link(), 0.0);
      links.add(new HeatMapChart.Link(wire.from(), wire.to(), wire.closesCircle(), share));
    }
    ImmutableList<HeatMapChart.Link> all = links.build();
    double width = 0;
    double height = 0;
    for (HeatMapChart.Tile tile : tiles) {
      width = Math.max(width, tile.middle().x() + tile.side() / 2);
      height = Math.max(height, tile.middle().y() + tile.side() / 2);
    }
    return new HeatMapChart.Plan(
        "How busy: " + map.workload() + " on " + map.chip().name(),
        subtitle(),
        width,
        height,
        tiles,
        all,
        tiles.stream().mapToDouble(HeatMapChart.Tile::busy).max().orElse(0),
        all.stream().mapToDouble(HeatMapChart.Link::busy).max().orElse(0));
  }

  private ImmutableList<HeatMapChart.Tile> tiles(NetworkLayout layout) {
    double cell = map.plan().sites().getFirst().sideMillimetres();
    ImmutableList.Builder<HeatMapChart.Tile> tiles = ImmutableList.builder();
    for (int site = 0; site < layout.places().size(); site++) {
      Point place = layout.places().get(site);
      double side = map.plan().sites().get(site).sideMillimetres() / cell;
      int index = map.mapping().sites().indexOf(site);
      tiles.add(
          index < 0
              ? new HeatMapChart.Tile(place, side, "", 0)
              : new HeatMapChart.Tile(
                  place,
                  side,
                  String.valueOf(index),
                  busy.getOrDefault("tile" + index + ".array", 0.0)));
    }
    return tiles.build();
  }

  private String subtitle() {
    String kind = map.chip().interconnect().kind();
    String tiles = "share of time that each array is at work";
    Double whole = busy.get(kind);
    return whole == null
        ? tiles + "; and each link of the " + kind + ", both directions side by side"
        : tiles + "; the " + kind + " is at work for " + Numbers.percent(whole) + " of the time";
  }
}
