package org.rpusim.report.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.rpusim.core.units.Dimension;
import org.rpusim.core.units.Quantity;

/** How figures of {@code metrics.json} are named and written for people. */
public final class FigureText {
  private static final double GIGA = 1e9;
  private static final ImmutableMap<String, String> LABELS =
      ImmutableMap.<String, String>builder()
          .put("accuracy.testErrorPercent", "test error")
          .put("accuracy.trainLoss", "training loss")
          .put("time.simulatedSeconds", "simulated time")
          .put("time.perSampleSeconds", "time a sample")
          .put("energy.totalJoules", "energy")
          .put("energy.perSampleJoules", "energy a sample")
          .put("energy.delayProductJouleSeconds", "energy × time")
          .put("power.averageWatts", "mean power")
          .put("power.wattsPerSquareMillimetre", "power density")
          .put("area.chipSquareMillimetres", "chip area")
          .put("throughput.sustainedGigaOpsPerSecond", "sustained throughput")
          .put("throughput.peakGigaOpsPerSecond", "peak throughput")
          .put("throughput.gigaUpdatesPerSecond", "updates")
          .put("throughput.samplesPerSecond", "samples a second")
          .put("efficiency.sustainedGigaOpsPerSecondPerWatt", "sustained efficiency")
          .put("efficiency.peakGigaOpsPerSecondPerWatt", "peak efficiency")
          .put("acceleration.sustained.serverProcessor", "times a server processor")
          .put("utilisation.arrays", "utilisation of arrays")
          .put("utilisation.tilesInUse", "tiles in use")
          .put("utilisation.crossPointsOfTilesInUse", "cross-points in use")
          .put("boundManagement.retries", "bound-management retries")
          .put("evaluation.simulatedSeconds", "time of evaluations")
          .put("evaluation.energyJoules", "energy of evaluations")
          .buildOrThrow();

  /** Ends of paths that say the unit, the longer ones first. */
  private static final ImmutableMap<String, String> UNITS =
      ImmutableMap.<String, String>builder()
          .put("Percent", "%")
          .put("JouleSeconds", "J·s")
          .put("GigaOpsPerSecondPerWatt", "GigaOps/s/W")
          .put("GigaOpsPerSecond", "GigaOps/s")
          .put("gigaUpdatesPerSecond", "GigaUpdates/s")
          .put("samplesPerSecond", "1/s")
          .put("Seconds", "s")
          .put(".seconds", "s")
          .put("Joules", "J")
          .put("Watts", "W")
          .put("wattsPerSquareMillimetre", "W/mm²")
          .put("SquareMillimetres", "mm²")
          .put("Loss", "nats")
          .put("Nats", "nats")
          .put("Bytes", "B")
          .put("Bits", "bit")
          .put(".bits", "bit")
          .put("bitMicrometres", "bit·µm")
          .buildOrThrow();

  private static final ImmutableList<String> PARTS_OF_ENERGY =
      ImmutableList.of("energy.byComponent.", "energy.byLayer.", "energy.perSampleByComponent.");

  private FigureText() {}

  /** What a figure is called: {@code test error}. */
  public static String label(String path) {
    String label = LABELS.get(path);
    return label == null ? Words.of(path) : label;
  }

  /** The unit in which {@code metrics.json} has it, or an empty text. */
  public static String unit(String path) {
    for (Map.Entry<String, String> entry : UNITS.entrySet()) {
      if (path.endsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    return PARTS_OF_ENERGY.stream().anyMatch(path::startsWith)
        ? "J"
        : path.startsWith("area.byComponent.") ? "mm²" : "";
  }

  /** Label and unit, for an axis: {@code energy (J)}. */
  public static String axis(String path) {
    String unit = unit(path);
    return unit.isEmpty() ? label(path) : label(path) + " (" + unit + ")";
  }

  /** A value with a unit that suits its size: {@code 88.72 mJ}. */
  public static String value(String path, double value) {
    return switch (unit(path)) {
      case "s" -> Quantity.format(value, Dimension.TIME);
      case "J" -> Quantity.format(value, Dimension.ENERGY);
      case "J·s" -> Quantity.format(value, Dimension.ENERGY) + "·s";
      case "W" -> Quantity.format(value, Dimension.POWER);
      case "GigaOps/s" -> Quantity.format(value * GIGA, Dimension.OPERATION_RATE);
      case "GigaUpdates/s" -> Quantity.format(value * GIGA, Dimension.UPDATE_RATE);
      case "GigaOps/s/W" -> Quantity.format(value * GIGA, Dimension.EFFICIENCY);
      case "" ->
          path.startsWith("utilisation.") || path.startsWith("stalls.")
              ? Numbers.percent(value)
              : Numbers.plain(value);
      default -> Numbers.plain(value) + " " + unit(path);
    };
  }

  /** Whether more of a figure is better. */
  public static boolean higherIsBetter(String path) {
    return path.startsWith("throughput.")
        || path.startsWith("efficiency.")
        || path.startsWith("acceleration.")
        || path.startsWith("utilisation.");
  }
}
