package org.rpusim.chip.cost;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.cost.ReferenceProcessors.Processor;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.units.Dimension;

/** The figures of a chip in the order in which they are printed. */
public final class FigureTable {
  private static final double SQUARE_METRES_PER_SQUARE_MILLIMETRE = 1e-6;

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
