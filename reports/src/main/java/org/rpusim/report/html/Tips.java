package org.rpusim.report.html;

import com.google.common.collect.ImmutableMap;

/** What headline figures are, in a sentence each; the glossary says more. */
final class Tips {
  private static final ImmutableMap<String, String> TIPS =
      ImmutableMap.<String, String>builder()
          .put(
              "accuracy.testErrorPercent",
              "Misclassified samples of the whole test set after the last epoch, read on the"
                  + " chip's arrays, noise included.")
          .put(
              "time.simulatedSeconds",
              "Training time on the chip, from the first to the last event of each epoch;"
                  + " evaluations stand apart.")
          .put("time.perSampleSeconds", "Training time ÷ samples.")
          .put(
              "energy.totalJoules",
              "Energy of the whole chip in training time, static power included.")
          .put("energy.perSampleJoules", "Energy ÷ samples.")
          .put("power.averageWatts", "Energy ÷ training time.")
          .put(
              "area.chipSquareMillimetres",
              "Tiles and digital units; interconnect and memory interface have none.")
          .put("power.wattsPerSquareMillimetre", "Mean power ÷ chip area.")
          .put(
              "throughput.sustainedGigaOpsPerSecond",
              "Multiplications and additions of the network's matrices in forward and backward"
                  + " reads ÷ training time.")
          .put(
              "throughput.peakGigaOpsPerSecond",
              "What the chip could do with all active tiles reading back to back; from its file,"
                  + " not measured.")
          .put(
              "efficiency.sustainedGigaOpsPerSecondPerWatt",
              "Operations of forward and backward reads ÷ energy of the whole chip.")
          .put(
              "efficiency.peakGigaOpsPerSecondPerWatt",
              "Peak ÷ power of the chip at its peak, inputs at 20 % of full scale.")
          .put(
              "utilisation.arrays",
              "Share of time in which the arrays in use read or update, mean over them.")
          .put("utilisation.tilesInUse", "Tiles in use ÷ tiles of the chip.")
          .put(
              "utilisation.crossPointsOfTilesInUse",
              "Weights mapped ÷ cross-points of the tiles in use.")
          .put(
              "acceleration.sustained.serverProcessor",
              "Time that a 12-core server processor of 0.7 TFLOP/s needs at its peak ÷ training"
                  + " time.")
          .put("energy.delayProductJouleSeconds", "Energy × training time: less is better.")
          .buildOrThrow();

  private Tips() {}

  /** The sentence for a path, or an empty text. */
  static String of(String path) {
    return TIPS.getOrDefault(path, "");
  }

  /** The headline figures, in order. */
  static Iterable<String> headlines() {
    return TIPS.keySet();
  }
}
