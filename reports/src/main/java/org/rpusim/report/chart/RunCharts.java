package org.rpusim.report.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.rpusim.report.table.Shares;
import org.rpusim.report.table.TileTime;
import org.rpusim.workload.result.RunResult;

/**
 * The charts of a run: {@code test-error}, of a language model {@code cross-entropy}, {@code
 * energy}, {@code stalls} and {@code utilisation}. A chart that would be empty, as the test error
 * of a timing-only run, is left out.
 */
public final class RunCharts {
  private RunCharts() {}

  /**
   * Writes every chart of a run as PNG and SVG.
   *
   * @param folder existing or not; its parent exists
   * @param subtitle what ran on what, below each title
   * @throws IOException if a file cannot be written
   */
  public static void write(RunResult result, String subtitle, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, JFreeChart> chart : of(result, subtitle).entrySet()) {
      ChartFile.write(chart.getValue(), folder, chart.getKey());
    }
  }

  private static Map<String, JFreeChart> of(RunResult result, String subtitle) {
    Map<String, JFreeChart> charts = new LinkedHashMap<>();
    if (!result.epochs().isEmpty()) {
      charts.put("test-error", TestErrorChart.of(result.epochs(), subtitle));
      if (result.epochs().getFirst().hasCrossEntropy()) {
        Double rate = result.metrics().number("accuracy.entropyRateNats");
        charts.put("cross-entropy", CrossEntropyChart.of(result.epochs(), rate, subtitle));
      }
    }
    Shares energy = Shares.below(result.metrics(), "energy.byComponent");
    if (!energy.parts().isEmpty()) {
      charts.put("energy", EnergyChart.of(energy, subtitle));
    }
    TileTime time = TileTime.of(result.components());
    if (!time.tiles().isEmpty()) {
      charts.put("stalls", StallChart.of(time, subtitle));
      charts.put("utilisation", UtilisationChart.of(time, subtitle));
    }
    return charts;
  }
}
