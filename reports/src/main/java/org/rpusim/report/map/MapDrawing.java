package org.rpusim.report.map;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.rpusim.chip.floorplan.FloorPlan;
import org.rpusim.report.chart.FloorPlanChart;
import org.rpusim.report.map.MapFigures.Part;
import org.rpusim.report.map.MapFigures.TileUse;

/** A map as a picture. */
public final class MapDrawing {
  private MapDrawing() {}

  /**
   * Writes {@code floor-plan.png} and {@code floor-plan.svg}.
   *
   * @param folder exists
   * @throws IOException if a file cannot be written
   */
  public static void write(MapFigures map, Path folder) throws IOException {
    Map<Integer, TileUse> bySite = new HashMap<>();
    map.tiles().forEach(use -> bySite.put(use.site(), use));
    long most = map.tiles().stream().mapToLong(use -> use.traffic().bits()).max().orElse(0);
    ImmutableList.Builder<FloorPlanChart.Tile> tiles = ImmutableList.builder();
    for (int site = 0; site < map.plan().sites().size(); site++) {
      FloorPlan.Site at = map.plan().sites().get(site);
      TileUse use = bySite.get(site);
      tiles.add(
          new FloorPlanChart.Tile(
              at.leftMillimetres(),
              at.topMillimetres(),
              at.sideMillimetres(),
              use == null ? "" : String.valueOf(use.tile()),
              use == null ? ImmutableList.of() : blocks(use),
              use == null || most == 0 ? 0 : (double) use.traffic().bits() / most));
    }
    String subtitle =
        String.format(
            Locale.ROOT,
            "%,d of %,d tiles in use, blocks to scale; the bar at a tile's foot is its traffic,"
                + " the busiest tile's is full",
            map.mapping().tiles(),
            map.chip().tiles());
    FloorPlanChart.write(
        new FloorPlanChart.Plan(
            "What lies where: " + map.workload() + " on " + map.chip().name(),
            subtitle,
            map.plan().widthMillimetres(),
            map.plan().heightMillimetres(),
            tiles.build(),
            map.mapping().layers().stream()
                .map(layer -> layer.layer().name())
                .collect(ImmutableList.toImmutableList())),
        folder,
        "floor-plan");
  }

  private static ImmutableList<FloorPlanChart.Block> blocks(TileUse use) {
    return use.parts().stream().map(MapDrawing::block).collect(ImmutableList.toImmutableList());
  }

  private static FloorPlanChart.Block block(Part part) {
    return new FloorPlanChart.Block(
        part.layer(),
        part.number(),
        (double) part.block().corner().column() / part.tileColumns(),
        (double) part.block().corner().row() / part.tileRows(),
        (double) part.block().columns() / part.tileColumns(),
        (double) part.rows() / part.tileRows());
  }
}
