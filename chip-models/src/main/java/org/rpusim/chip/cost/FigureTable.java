package org.rpusim.chip.cost;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.cost.ReferenceProcessors.Processor;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.TileKind;
import org.rpusim.core.units.Dimension;

/** The figures of a chip in the order in which they are printed. */
public final class FigureTable {
  private static final double SQUARE_METRES_PER_SQUARE_MILLIMETRE = 1e-6;

  private static final double SECONDS_PER_PICOSECOND = 1e-12;

  private final ImmutableList.Builder<Figure> figures = ImmutableList.builder();
  private final String chip;

  private FigureTable(String chip) {
    this.chip = chip;
  }

  /** Works out the figures of a chip; those of a preset stand beside the paper's. */
  public static ImmutableList<Figure> of(ChipSpec chip) {
    ChipFigures peak = ChipFigures.of(chip);
    FigureTable table = new FigureTable(chip.name());
    table.addTile(peak);
    table.addReadTime("", "", ReadTime.of(chip));
    for (TileKind kind : chip.otherTiles()) {
      table.addKind(kind, chip.of(kind));
    }
    table.addChip(peak);
    for (Processor processor : ReferenceProcessors.ALL) {
      table.add(
          processor.key(),
          "acceleration over " + processor.label(),
          peak.operationsPerSecond() / processor.operationsPerSecond(),
          Dimension.NUMBER);
    }
    return table.figures.build();
  }

  private void addTile(ChipFigures f) {
    double area = f.area().tileSquareMillimetres() * SQUARE_METRES_PER_SQUARE_MILLIMETRE;
    double digital = f.tileDigitalOperationsPerSecond();
    add(
        "tileThroughput",
        "tile read throughput",
        f.tileOperationsPerSecond(),
        Dimension.OPERATION_RATE);
    add("tileUpdates", "tile update throughput", f.tileUpdatesPerSecond(), Dimension.UPDATE_RATE);
    add("tilePower", "tile power at 20 % activity", f.tileWatts(), Dimension.POWER);
    add("tileArea", "tile area", area, Dimension.AREA);
    add("tileTraffic", "tile traffic", f.tileBytesPerSecond(), Dimension.BANDWIDTH);
    add("tileDigitalWork", "digital work of a tile", digital, Dimension.OPERATION_RATE);
  }

  private void addKind(TileKind kind, ChipSpec chip) {
    ChipFigures f = ChipFigures.of(chip);
    String key = kind.name() + ".";
    String label = kind.name() + " ";
    double area = f.area().tileSquareMillimetres() * SQUARE_METRES_PER_SQUARE_MILLIMETRE;
    double operations = f.tileOperationsPerSecond();
    double digital = f.tileDigitalOperationsPerSecond();
    add(key + "tiles", label + "tiles", kind.tiles(), Dimension.COUNT);
    add(
        key + "tileThroughput",
        label + "tile read throughput",
        operations,
        Dimension.OPERATION_RATE);
    add(key + "tilePower", label + "tile power at 20 % activity", f.tileWatts(), Dimension.POWER);
    add(key + "tileArea", label + "tile area", area, Dimension.AREA);
    add(key + "tileTraffic", label + "tile traffic", f.tileBytesPerSecond(), Dimension.BANDWIDTH);
    add(
        key + "tileDigitalWork",
        "digital work of a " + label + "tile",
        digital,
        Dimension.OPERATION_RATE);
    addReadTime(key, label, ReadTime.of(chip));
  }

  private void addReadTime(String key, String label, ReadTime bounds) {
    addTime(key + "lineDelay", label + "line delay", bounds.lineDelayPs());
    add(
        key + "lineDrop",
        label + "voltage drop of a line",
        bounds.lineDropFraction(),
        Dimension.NUMBER);
    add(
        key + "thermalNoise",
        label + "thermal noise of a read",
        bounds.thermalNoise(),
        Dimension.NUMBER);
    if (Double.isFinite(bounds.noiseTimePs())) {
      addTime(key + "noiseTime", label + "read time for the device's noise", bounds.noiseTimePs());
    }
    addTime(key + "pulseTime", label + "read time for 1 ns an input level", bounds.pulseTimePs());
  }

  private void addTime(String key, String label, double picoseconds) {
    add(key, label, picoseconds * SECONDS_PER_PICOSECOND, Dimension.TIME);
  }

  private void addChip(ChipFigures f) {
    double area = f.area().chipSquareMillimetres() * SQUARE_METRES_PER_SQUARE_MILLIMETRE;
    double saturated = f.saturatedOperationsPerSecond();
    double efficiency = f.operationsPerSecondPerWatt();
    add("activeTiles", "tiles active at once", f.activeTiles(), Dimension.COUNT);
    add("throughput", "peak throughput", f.operationsPerSecond(), Dimension.OPERATION_RATE);
    add(
        "saturatedThroughput",
        "throughput the digital units sustain",
        saturated,
        Dimension.OPERATION_RATE);
    add("power", "power at the peak", f.watts(), Dimension.POWER);
    add("efficiency", "peak efficiency", efficiency, Dimension.EFFICIENCY);
    add("weights", "weights on chip", (double) f.weights(), Dimension.COUNT);
    add("area", "chip area", area, Dimension.AREA);
  }

  private void add(String key, String label, double value, Dimension dimension) {
    figures.add(new Figure(key, label, value, dimension, PaperFigures.of(chip, key)));
  }
}
