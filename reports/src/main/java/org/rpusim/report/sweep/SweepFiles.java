package org.rpusim.report.sweep;

import java.io.IOException;
import java.nio.file.Path;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.WholeFile;
import org.rpusim.report.html.Charts;

/**
 * What a sweep's folder holds beside its runs: {@code points.csv}, {@code pareto.csv}, {@code
 * charts} and {@code report.html}.
 */
public final class SweepFiles {
  private SweepFiles() {}

  /**
   * Writes all files from the results on disk; the same results give the same bytes.
   *
   * @param threads that read and draw, 1 or more
   * @throws IOException if a file cannot be written
   */
  public static SweepResult write(SweepWriter writer, int threads) throws IOException {
    SweepResult result = SweepResult.read(writer, threads);
    Path folder = writer.folder();
    WholeFile.write(
        folder.resolve("points.csv"), out -> SweepCsv.writePoints(writer, result, threads, out));
    WholeFile.write(folder.resolve("pareto.csv"), out -> SweepCsv.writeFront(result, out));
    SweepCharts.write(result, threads, folder.resolve("charts"));
    WholeFile.write(
        folder.resolve("report.html"),
        SweepReport.html(result, Charts.read(folder.resolve("charts"))));
    return result;
  }

  /**
   * Opens the folder of a sweep.
   *
   * @throws ConfigException if it is none
   * @throws IOException if it cannot be read
   */
  public static SweepWriter open(Path folder) throws IOException {
    return new SweepWriter(SweepPlan.of(definition(folder).sweep()), folder);
  }

  /**
   * What a sweep's folder says that it is.
   *
   * @throws ConfigException if it is none
   */
  public static SweepRequest definition(Path folder) {
    return SweepReader.read(folder.resolve(SweepWriter.DEFINITION));
  }

  /** Checks all keys and values of a plan before anything runs. */
  public static void check(SweepPlan plan) {
    KeyCheck.check(plan);
  }
}
