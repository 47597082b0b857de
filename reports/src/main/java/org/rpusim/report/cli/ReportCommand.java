package org.rpusim.report.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.StoredRun;
import org.rpusim.report.reproduction.Reproduction;
import org.rpusim.report.sweep.SweepFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rpusim report}. */
@Command(
    name = "report",
    description =
        "Writes report.html, charts and tables again, from what a run, sweep or study stored.")
final class ReportCommand extends Subcommand {
  @Parameters(
      paramLabel = "FOLDER",
      arity = "1..*",
      description = "Folders of runs, sweeps or studies.")
  private List<Path> folders = List.of();

  @Override
  public Integer call() throws IOException {
    for (Path folder : folders) {
      if (StoredRun.isRun(folder)) {
        StoredRun.read(folder).writeReport();
      } else if (Files.isRegularFile(folder.resolve("sweep.yaml"))) {
        int threads = Runtime.getRuntime().availableProcessors();
        SweepFiles.write(SweepFiles.open(folder), threads);
      } else if (Reproduction.isIn(folder)) {
        Reproduction.read(folder).write(folder);
      } else if (Reproduction.isStudy(folder)) {
        Reproduction.writeStudy(folder);
      } else {
        throw new ConfigException(
            folder
                + " is the folder of no run, sweep or study: it has neither metrics.json nor"
                + " sweep.yaml, reproduction.json or results.json.",
            "Maybe a folder below runs is meant.");
      }
      out().println(folder.resolve("report.html"));
    }
    out().flush();
    return ExitCode.OK;
  }
}
