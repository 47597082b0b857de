package org.rpusim.chip.spec;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;
import static org.rpusim.chip.config.Measure.LARGE_AREA;
import static org.rpusim.chip.config.Measure.POWER;
import static org.rpusim.chip.config.Section.REQUIRED;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.positive;
import static org.rpusim.chip.config.ValueTypes.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Section;

/** Reads a chip file whose bases and presets have been laid under it. */
public final class ChipReader {
  private static final int MOST_TILES = 1_000_000;

  private ChipReader() {}

  /**
   * Reads a whole chip.
   *
   * @param file the tree of the file
   * @param defaultName name of a chip that gives itself none
   * @param ignored top-level keys that are not the chip's
   * @throws ConfigException if a value is missing, wrong or out of range, or a key unknown
   */
  public static Configured<ChipSpec> read(
      Node.Mapping file, String defaultName, ImmutableSet<String> ignored) {
    return Section.read(file, ignored, root -> chip(root, defaultName, new ChipSource(file)));
  }

  private static ChipSpec chip(Section root, String defaultName, ChipSource source) {
    Section chip = root.section("chip");
    String name = chip.read("name", text(), defaultName, GIVEN, "name in tables and run folders");
    String description = chip.read("description", text(), "a chip", GIVEN, "for lists");
    int tiles =
        chip.read(
            "tiles", integer(1, MOST_TILES), REQUIRED, GIVEN, "number of tiles of the main kind");
    double watts =
        chip.read("powerEnvelope", positive(POWER), "250 W", UNCONFIRMED, "power of the package");
    double area =
        chip.read("areaEnvelope", positive(LARGE_AREA), "600 mm2", UNCONFIRMED, "area of the die");
    DacSpec dac = DacReader.read(root.section("dac"));
    Section main = root.section("tile");
    String tileName = main.read("name", text(), "main", ASSUMPTION, "name of this kind of tile");
    TileSpec tile = TileReader.read(main, dac);
    ImmutableList<TileKind> kinds = TileReader.readOthers(main, tileName, tile, dac);
    DeviceSpec device = DeviceReader.read(root.section("device"));
    AdcSpec adc = AdcReader.read(root.section("adc"));
    ImmutableList<TileKind> others =
        kinds.stream().map(kind -> withConverters(kind, adc)).collect(toImmutableList());
    return new ChipSpec(
        name,
        description,
        tiles + others.stream().mapToInt(TileKind::tiles).sum(),
        watts,
        area,
        tileName,
        tile,
        others,
        device,
        dac,
        adc,
        ManagementReader.read(root.section("management")),
        UpdateReader.read(root.section("update")),
        DigitalReader.read(root.section("digital")),
        InterconnectReader.read(root.section("interconnect")),
        MemoryReader.read(root.section("memory")),
        ClusterReader.read(root),
        source);
  }

  private static TileKind withConverters(TileKind kind, AdcSpec adc) {
    return kind.linesPerConverter() != 0
        ? kind
        : new TileKind(kind.name(), kind.tiles(), kind.tile(), adc.linesPerConverter());
  }
}
