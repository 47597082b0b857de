package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Measure;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.cost.ChipArea;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.DigitalSpec.Sharing;

/**
 * The study of tile sizes: each size of a tile for three chips that have as many tiles, as many
 * cross-points, or as much area as the chip that is given. A tile's own digital unit is sized with
 * the tile: rate, power and area follow the numbers that the tile reads in a second.
 */
final class TileSizing {
  static final String NAME = "tile-sizing";
  static final String EQUAL_TILES = "equal tiles";
  static final String EQUAL_WEIGHTS = "equal weights";
  static final String EQUAL_AREA = "equal area";

  private static final String ROWS = "tile.rows";
  private static final String COLUMNS = "tile.columns";
  private static final String TILES = "chip.tiles";

  private final SweepRequest request;
  private final ChipSpec given;
  private final List<ImmutableMap<String, String>> points = new ArrayList<>();
  private final List<ImmutableMap<String, String>> hidden = new ArrayList<>();

  private TileSizing(SweepRequest request) {
    this.request = request;
    this.given = chip(ImmutableMap.of());
  }

  /**
   * Works the points out.
   *
   * @throws ConfigException if a size is no tile's, or another key is varied
   */
  static Sweep expand(SweepRequest request) {
    TileSizing sizing = new TileSizing(request);
    ImmutableList<String> rows = sizing.sizes(ROWS);
    ImmutableList<String> columns = sizing.sizes(COLUMNS);
    for (String scenario : List.of(EQUAL_TILES, EQUAL_WEIGHTS, EQUAL_AREA)) {
      for (String row : rows) {
        for (String column : columns) {
          sizing.add(scenario, row, column);
        }
      }
    }
    request.axes().clear();
    request.design(Design.LIST);
    request.points = ImmutableList.copyOf(sizing.points);
    request.hidden = ImmutableList.copyOf(sizing.hidden);
    return request.sweep();
  }

  private ImmutableList<String> sizes(String key) {
    for (String name : request.axes().keySet()) {
      if (!name.equals(ROWS) && !name.equals(COLUMNS)) {
        throw new ConfigException(
            NAME + " varies tile.rows and tile.columns, and not " + name + ".",
            "Maybe --set " + name + "=… is meant.");
      }
    }
    Axis axis = request.axes().get(key);
    return axis == null
        ? ImmutableList.of(
            String.valueOf(key.equals(ROWS) ? given.tile().rows() : given.tile().columns()))
        : axis.values().all();
  }

  private ChipSpec chip(ImmutableMap<String, String> own) {
    List<String> pairs = new ArrayList<>();
    request.set.forEach((key, value) -> pairs.add(key + "=" + value));
    own.forEach((key, value) -> pairs.add(key + "=" + value));
    return ChipPresets.load(request.chip(), Overrides.parse(pairs)).spec();
  }

  private void add(String scenario, String rows, String columns) {
    ImmutableMap<String, String> size = ImmutableMap.of(ROWS, rows, COLUMNS, columns, TILES, "1");
    ImmutableMap<String, String> unit = digitalUnit(chip(size));
    ChipSpec one =
        chip(ImmutableMap.<String, String>builder().putAll(size).putAll(unit).buildOrThrow());
    points.add(
        ImmutableMap.of(
            SweepPlan.LABEL,
            scenario,
            ROWS,
            rows,
            COLUMNS,
            columns,
            TILES,
            String.valueOf(tiles(scenario, one))));
    hidden.add(unit);
  }

  /** Keys of a tile's own digital unit; a unit that all tiles share stays as it is. */
  private ImmutableMap<String, String> digitalUnit(ChipSpec sized) {
    if (given.digital().sharing() == Sharing.SHARED) {
      return ImmutableMap.of();
    }
    double factor = linesPerPicosecond(sized) / linesPerPicosecond(given);
    return ImmutableMap.of(
        "digital.rate",
        Measure.OPERATIONS.format(factor * given.digital().operationsPerSecond()),
        "digital.unitPower",
        Measure.POWER.format(factor * given.digital().unitWatts()),
        "digital.unitArea",
        Measure.LARGE_AREA.format(factor * given.digital().unitAreaSquareMillimetres()));
  }

  private static double linesPerPicosecond(ChipSpec chip) {
    int lines = StrictMath.max(chip.tile().rows(), chip.tile().columns());
    return (double) lines / chip.tile().readTimePs();
  }

  private long tiles(String scenario, ChipSpec one) {
    return switch (scenario) {
      case EQUAL_TILES -> given.tiles();
      case EQUAL_WEIGHTS ->
          StrictMath.ceilDiv(given.tiles() * crossPoints(given), crossPoints(one));
      default -> StrictMath.max(1, (long) ((area(given) + 1e-9) / area(one)));
    };
  }

  private static long crossPoints(ChipSpec chip) {
    return (long) chip.tile().rows() * chip.tile().columns();
  }

  /** Area that grows with the number of tiles: a shared digital unit does not. */
  private static double area(ChipSpec chip) {
    ChipArea area = ChipArea.of(chip);
    return chip.digital().sharing() == Sharing.SHARED
        ? area.tilesSquareMillimetres()
        : area.chipSquareMillimetres();
  }
}
