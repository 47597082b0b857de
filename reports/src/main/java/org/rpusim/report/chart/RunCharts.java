package org.rpusim.report.chart;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.rpusim.report.table.Shares;
import org.rpusim.report.table.TileTime;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.result.RunResult;

/**
 * The charts of a run: {@code test-error}, of a language model {@code cross-entropy}, {@code
 * energy}, {@code stalls}, {@code utilisation}, {@code timeline}, {@code power} and {@code
 * efficiency}. A chart that would be empty, as the test error of a timing-only run, is left out.
 */
public final class RunCharts {
  private RunCharts() {}

  /** Draws further charts. */
  @FunctionalInterface
  public interface Drawing {
    /**
     * Draws into files of a folder.
     *
     * @param folder of charts, which exists
     * @throws IOException if a file cannot be written
     */
    void draw(Path folder) throws IOException;
  }

  /** As {@link #write(RunResult, String, List, Path)} without further charts. */
  public static void write(RunResult result, String subtitle, Path folder) throws IOException {
    write(result, subtitle, ImmutableList.of(), folder);
  }

  /**
   * Writes every chart of a run as PNG and SVG, several at a time.
   *
   * @param subtitle what ran on what, below each title
   * @param further charts besides those of the result
   * @param folder existing or not; its parent exists
   * @throws IOException if a file cannot be written
   */
  public static void write(
      RunResult result, String subtitle, List<? extends Drawing> further, Path folder)
      throws IOException {
    List<Drawing> drawings = new ArrayList<>(further); // the largest, so they begin first
    of(result, subtitle)
        .forEach((name, chart) -> drawings.add(place -> ChartFile.write(chart, place, name)));
    draw(drawings, folder);
  }

  /**
   * As {@link #draw(List, Path)}, by the calling thread alone where there is one thread.
   *
   * @param threads 1, or more for as many as there are processors
   */
  public static void draw(List<? extends Drawing> drawings, int threads, Path folder)
      throws IOException {
    if (threads > 1) {
      draw(drawings, folder);
      return;
    }
    Files.createDirectories(folder);
    for (Drawing drawing : drawings) {
      drawing.draw(folder);
    }
  }

  /**
   * Draws several charts at a time, each by one thread alone.
   *
   * @param folder made if it does not exist
   * @throws IOException if a file cannot be written
   */
  public static void draw(List<? extends Drawing> drawings, Path folder) throws IOException {
    Files.createDirectories(folder);
    try {
      drawings.parallelStream().forEach(drawing -> draw(drawing, folder));
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  /**
   * Has fonts and all that drawing needs loaded by a thread of its own, while a run that is soon
   * over is still going on. What fails is met again, and told, when charts are drawn.
   */
  public static void prepare() {
    Thread.ofPlatform().daemon().name("charts").start(RunCharts::drawInMemory);
  }

  private static void drawInMemory() {
    Shares shares = new Shares(ImmutableList.of(new Shares.Part("a", 1, 1)), 1);
    try {
      ChartFile.draw(EnergyChart.of(shares, "a"));
    } catch (RuntimeException | IOException | LinkageError e) {
      // Met again when charts are drawn; there it is told.
    }
  }

  private static void draw(Drawing drawing, Path folder) {
    try {
      drawing.draw(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    Observations.Seen beginning = result.observations().beginning();
    if (!beginning.timeline().works().isEmpty()) {
      charts.put("timeline", TimelineChart.of(beginning.timeline(), subtitle));
    }
    if (!beginning.power().steps().isEmpty()) {
      Double envelope = result.metrics().number("power.envelopeWatts");
      charts.put(
          "power", PowerChart.of(beginning.power(), envelope == null ? 0 : envelope, subtitle));
    }
    JFreeChart efficiency = EfficiencyChart.of(result.metrics(), subtitle);
    if (efficiency != null) {
      charts.put("efficiency", efficiency);
    }
    return charts;
  }
}
