package org.rpusim.report.map;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rpusim.chip.spec.TileKind;
import org.rpusim.report.map.MapFigures.Part;
import org.rpusim.report.map.MapFigures.TileUse;
import org.rpusim.report.table.Numbers;
import org.rpusim.report.table.TextTable;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;

/** A map for people. */
public final class MapTable {
  private static final int MOST_ROWS = 64;
  private static final int ALWAYS = 5;
  private static final double MICROSECONDS_PER_PICOSECOND = 1e-6;
  private static final double KILOBITS_PER_BIT = 1e-3;

  private final MapFigures map;

  private MapTable(MapFigures map) {
    this.map = map;
  }

  /** The text: layers, tiles, and how many of each kind are in use. */
  public static String of(MapFigures map) {
    MapTable table = new MapTable(map);
    String title = map.workload() + " on " + map.chip().name();
    return String.join("\n", title, "", table.layers(), table.tiles(), table.summary());
  }

  private String layers() {
    TextTable rows = new TextTable("  ");
    Mapping fastest = map.fastest();
    String[] head = {"layer", "matrix", "uses", "on tiles", "reads", "fastest: on tiles", "reads"};
    rows.row(fastest == null ? Arrays.copyOf(head, ALWAYS) : head);
    for (MappedLayer layer : map.mapping().layers()) {
      String matrix = layer.layer().rows() + " x " + layer.layer().columns();
      String uses = String.format(Locale.ROOT, "%,d", layer.layer().vectors());
      MappedLayer other = fastest == null ? layer : fastest.of(layer.index());
      String[] cells = {
        layer.layer().name(),
        matrix,
        uses,
        where(layer),
        time(layer.readPs()),
        where(other),
        time(other.readPs())
      };
      rows.row(fastest == null ? Arrays.copyOf(cells, ALWAYS) : cells);
    }
    return rows.toString();
  }

  private String where(MappedLayer layer) {
    String kind = map.chip().otherTiles().isEmpty() ? "" : " " + layer.chip().tileName();
    String copies = layer.copies() == 1 ? "" : ", " + layer.copies() + " copies";
    return layer.blocks().size() + kind + copies;
  }

  private static String time(long picoseconds) {
    return Numbers.plain(picoseconds * MICROSECONDS_PER_PICOSECOND) + " µs";
  }

  private String tiles() {
    TextTable rows = new TextTable("  ");
    rows.row("tile", "kind", "place", "in use", "link kbit", "in kbit", "out kbit", "holds");
    for (TileUse use : map.tiles().subList(0, StrictMath.min(MOST_ROWS, map.tiles().size()))) {
      rows.row(
          String.valueOf(use.tile()),
          use.kind(),
          String.valueOf(use.site()),
          Numbers.percent(use.occupancy()),
          kilobits(use.traffic().linkBits()),
          kilobits(use.traffic().receivedBits()),
          kilobits(use.traffic().sentBits()),
          use.parts().stream().map(MapTable::part).collect(Collectors.joining("; ")));
    }
    int more = map.tiles().size() - MOST_ROWS;
    return rows + (more > 0 ? "  and %,d more: --json has all\n".formatted(more) : "");
  }

  private static String kilobits(long bits) {
    return Numbers.plain(bits * KILOBITS_PER_BIT);
  }

  private static String part(Part part) {
    Block block = part.block();
    return "%s rows %d-%d, columns %d-%d"
        .formatted(
            part.name(),
            block.firstRow(),
            block.firstRow() + block.rows() - 1,
            block.firstColumn(),
            block.firstColumn() + block.columns() - 1);
  }

  private String summary() {
    TextTable rows = new TextTable("  ");
    for (TileKind kind : map.chip().kinds()) {
      long used = map.tiles().stream().filter(use -> use.kind().equals(kind.name())).count();
      rows.row(
          "%s tiles of %s".formatted(kind.name(), kind.size()),
          String.format(Locale.ROOT, "%,d of %,d in use", used, kind.tiles()),
          used == 0
              ? ""
              : String.format(
                  Locale.ROOT, "no packing needs fewer than %,d", map.mapping().leastTiles(kind)));
    }
    rows.row(
        "numbers × distance",
        Numbers.plain(map.placement().numberMillimetres()) + " mm",
        "a forward pass of one sample");
    rows.row(
        "busiest link",
        Numbers.plain((double) map.placement().busiestLink()) + " numbers",
        "between neighbouring tiles, along rows, then columns");
    return rows.toString();
  }
}
