package org.rpusim.report.table;

import com.google.common.collect.Iterables;
import java.util.Map;
import java.util.stream.Collectors;
import org.rpusim.chip.cost.ReferenceProcessors;
import org.rpusim.chip.cost.ReferenceProcessors.Processor;
import org.rpusim.core.stats.Metrics;
import org.rpusim.core.units.Dimension;
import org.rpusim.core.units.Quantity;
import org.rpusim.workload.result.RunResult;

/** The table that ends a run. A figure that the run does not have has no row. */
public final class RunTable {
  private static final String DELAY_PRODUCT = "energy.delayProductJouleSeconds";
  private static final int ENERGY_ROWS = 5;
  private static final int PROCESSORS = 3;
  private static final int STALL_ROWS = 5;
  private static final int PATH_PARTS = 4;
  private static final double GIGA = 1e9;
  private static final double SQUARE_MILLIMETRE = 1e-6;

  private final Metrics metrics;
  private final TextTable table = new TextTable("  ");

  private final SampleWords words;

  private RunTable(Metrics metrics) {
    this.metrics = metrics;
    words = SampleWords.of(metrics);
  }

  /**
   * The text of the table.
   *
   * @param title what ran on what
   * @param wallSeconds time that the run took, s
   * @param samples samples or reads that were done
   * @param folder run folder as the user may type it
   */
  public static String of(
      RunResult result, String title, double wallSeconds, long samples, String folder) {
    RunTable rows = new RunTable(result.metrics());
    TileTime time = TileTime.of(result.components());
    rows.accuracy();
    rows.timeAndEnergy();
    rows.rates();
    rows.tiles(time);
    rows.table.row(
        "wall time", rows.wallTime(wallSeconds, result.epochs().isEmpty() ? 0 : samples));
    rows.table.row("run folder", folder);
    String sentence = time.tiles().isEmpty() ? "" : "\n" + StallSentence.of(time) + "\n";
    String bottleneck = BottleneckSentence.of(result.components(), result.metrics());
    return title + "\n\n" + rows.table + sentence + (bottleneck.isEmpty() ? "" : bottleneck + "\n");
  }

  private void accuracy() {
    row("test error", "accuracy.testErrorPercent", " %");
    row("test cross-entropy", "accuracy.testCrossEntropyNats", " nats a character");
    row("entropy rate", "accuracy.entropyRateNats", " nats a character, the least there can be");
    row("training loss", "accuracy.trainLoss", "");
  }

  private void timeAndEnergy() {
    si("simulated time", "time.simulatedSeconds", 1, Dimension.TIME, "");
    si("", "time.perSampleSeconds", 1, Dimension.TIME, "a " + words.sample());
    si("energy", "energy.totalJoules", 1, Dimension.ENERGY, "");
    si("", "energy.perSampleJoules", 1, Dimension.ENERGY, "a " + words.sample());
    Shares energy = Shares.below(metrics, "energy.byComponent").greatest(ENERGY_ROWS);
    for (Shares.Part part : energy.parts()) {
      String value = Quantity.format(part.value(), Dimension.ENERGY);
      table.row("  " + part.name(), value, Numbers.percent(part.fraction()));
    }
    si("mean power", "power.averageWatts", 1, Dimension.POWER, "");
    si("", "power.peakWatts", 1, Dimension.POWER, "at most, in the first " + words.chain() + "s");
    Double delayProduct = metrics.number(DELAY_PRODUCT);
    if (delayProduct != null) {
      table.row("energy × time", FigureText.value(DELAY_PRODUCT, delayProduct), "");
    }
    si("chip area", "area.chipSquareMillimetres", SQUARE_MILLIMETRE, Dimension.AREA, "");
  }

  private void rates() {
    pair("throughput", "throughput.", "GigaOpsPerSecond", Dimension.OPERATION_RATE);
    si("", "throughput.gigaUpdatesPerSecond", GIGA, Dimension.UPDATE_RATE, "");
    pair("efficiency", "efficiency.", "GigaOpsPerSecondPerWatt", Dimension.EFFICIENCY);
    acceleration();
  }

  private void tiles(TileTime time) {
    if (time.tiles().isEmpty()) {
      return;
    }
    percent("tiles in use", "utilisation.tilesInUse", "of the chip's");
    percent("cross-points in use", "utilisation.crossPointsOfTilesInUse", "of those tiles'");
    int rows = time.tiles().size();
    String count = rows + " " + time.unit() + (rows == 1 ? "" : "s");
    table.row("utilisation", Numbers.percent(time.busyFraction()), "mean of " + count);
    String first = time.unit() + "s waited for";
    for (Map.Entry<String, Double> reason :
        Iterables.limit(time.waitingFractions().entrySet(), STALL_ROWS)) {
      table.row(first, Numbers.percent(reason.getValue()), Words.of(reason.getKey()));
      first = "";
    }
    table.row("nothing to do", Numbers.percent(time.idleFraction()));
    si("a " + words.chain() + "'s path", "criticalPath.seconds", 1, Dimension.TIME, path());
  }

  /** The longest parts of its critical path. */
  private String path() {
    return Shares.below(metrics, "criticalPath.share").greatest(PATH_PARTS).parts().stream()
        .map(part -> part.name() + " " + Numbers.percent(part.value()))
        .collect(Collectors.joining(", "));
  }

  private void pair(String label, String parent, String path, Dimension dimension) {
    si(label, parent + "sustained" + path, GIGA, dimension, "sustained");
    si("", parent + "peak" + path, GIGA, dimension, "peak");
  }

  private void acceleration() {
    String first = "acceleration";
    for (Processor processor : ReferenceProcessors.ALL.subList(0, PROCESSORS)) {
      Double sustained = metrics.number("acceleration.sustained." + processor.key());
      Double peak = metrics.number("acceleration.peak." + processor.key());
      Double shown = sustained == null ? peak : sustained;
      if (shown != null) {
        String atPeak =
            sustained == null || peak == null
                ? "at the peak "
                : "(at the peak " + Numbers.plain(peak) + " ×) ";
        table.row(first, Numbers.plain(shown) + " ×", atPeak + "over a " + processor.label());
        first = "";
      }
    }
  }

  private void row(String label, String path, String unit) {
    Double value = metrics.number(path);
    if (value != null) {
      table.row(label, Numbers.plain(value) + unit);
    }
  }

  private void percent(String label, String path, String remark) {
    Double value = metrics.number(path);
    if (value != null) {
      table.row(label, Numbers.percent(value), remark);
    }
  }

  /** A row with a unit; a rate or amount of nothing is left out. */
  private void si(String label, String path, double factor, Dimension dimension, String remark) {
    Double value = metrics.number(path);
    if (value != null && value > 0) {
      String text = Quantity.format(value * factor, dimension);
      table.row(label, text, remark);
    }
  }

  private String wallTime(double seconds, long samples) {
    String text = Numbers.duration(seconds);
    return samples == 0 || seconds <= 0
        ? text
        : text + ", " + Numbers.plain(samples / seconds) + " " + words.sample() + "s/s";
  }
}
