package org.rpusim.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.rpusim.core.stats.Metrics;
import org.rpusim.report.folder.RunRecord;
import org.rpusim.report.folder.WallClock;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.RunResult;

/** A run with invented figures of likely size. */
public final class MadeUpRun {
  private MadeUpRun() {}

  /** A training run of some epochs on some tiles. */
  public static RunResult training(int epochs, int tiles, boolean complete) {
    ImmutableList.Builder<EpochResult> rows = ImmutableList.builder();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double error = 2.1 + 4.2 / epoch + 0.15 * ((epoch * 7) % 5 - 2) / 2;
      rows.add(
          new EpochResult(
              epoch, 0.01, 0.05 + 0.3 / epoch, error, 0.0501 * epoch, 0.25 * epoch, 12, 90_000));
    }
    return new RunResult(metrics(), rows.build(), components(tiles), complete);
  }

  /** A timing-only run. */
  public static RunResult timingOnly(int tiles) {
    return new RunResult(metrics(), ImmutableList.of(), components(tiles), true);
  }

  /** A result with what a run folder needs beside it. */
  public static RunRecord record(RunResult result, double wallSeconds) {
    return new RunRecord(
        "mlp-mnist",
        "gokmen2016-design2",
        1,
        "0.1.0",
        new RunRecord.Data("mnist", "5ce0", false),
        result,
        "chip:\n  name: gokmen2016-design2\n",
        new WallClock(wallSeconds, 2_100_000, 1, "vector", ""));
  }

  private static Metrics metrics() {
    return Metrics.builder()
        .put("acceleration.peak.k40", 4888.0)
        .put("acceleration.peak.serverProcessor", 29_960.0)
        .put("acceleration.sustained.serverProcessor", 13.4)
        .put("accuracy.testErrorPercent", 2.21)
        .put("accuracy.trainLoss", 0.0123)
        .put("area.chipSquareMillimetres", 460.2)
        .put("boundManagement.retries", 4711L)
        .put("efficiency.peakGigaOpsPerSecondPerWatt", 84_500.0)
        .put("efficiency.sustainedGigaOpsPerSecondPerWatt", 12.25)
        .put("energy.byComponent.arrays", 0.81)
        .put("energy.byComponent.bus", 30.0)
        .put("energy.byComponent.converters", 2.4)
        .put("energy.byComponent.digitalUnits", 195.0)
        .put("energy.byComponent.noiseManagement", 0.05)
        .put("energy.byComponent.opAmps", 1.75)
        .put("energy.delayProductJouleSeconds", 345.3)
        .put("energy.totalJoules", 230.01)
        .put("events.count", 44_000_000L)
        .put("power.averageWatts", 153.2)
        .put("throughput.gigaUpdatesPerSecond", 2818.0)
        .put("throughput.peakGigaOpsPerSecond", 20_970_000.0)
        .put("throughput.sustainedGigaOpsPerSecond", 1876.5)
        .put("time.simulatedSeconds", 1.501)
        .put("update.coincidences", 812_345_678L)
        .build();
  }

  private static ImmutableList<ComponentResult> components(int tiles) {
    ImmutableList.Builder<ComponentResult> rows = ImmutableList.builder();
    for (int tile = 0; tile < tiles; tile++) {
      double busy = 0.12 + 0.01 * (tile % 7);
      ImmutableMap<String, Double> waiting =
          ImmutableMap.of("data", 0.8, "digitalUnit", 0.2, "weightsBeingUpdated", 0.05);
      rows.add(
          new ComponentResult(
              "tile" + tile + ".array", "array", busy, waiting, 0.451 - busy, 0.3, 5_400_000));
      rows.add(
          new ComponentResult(
              "tile" + tile + ".converters",
              "converters",
              busy / 2,
              ImmutableMap.of(),
              1.501 - busy / 2,
              0.8,
              2_000_000_000L));
    }
    rows.add(new ComponentResult("bus", "bus", 0.1, ImmutableMap.of(), 1.401, 30, 123));
    return rows.build();
  }
}
