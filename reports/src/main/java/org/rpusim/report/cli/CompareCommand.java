package org.rpusim.report.cli;

import java.nio.file.Path;
import java.util.List;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.compare.CompareJson;
import org.rpusim.report.compare.CompareTable;
import org.rpusim.report.compare.RunComparison;
import org.rpusim.report.folder.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rpusim compare}. */
@Command(
    name = "compare",
    description =
        "Shows runs side by side: what differs in their configuration, and what that did.")
final class CompareCommand extends Subcommand {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description = "Run folders; the others are held against the first.")
  private List<Path> folders = List.of();

  @Option(names = "--all", description = "Lists every figure in which any two runs differ.")
  private boolean all;

  @Option(names = "--json", description = "Prints JSON instead of the tables.")
  private boolean json;

  @Override
  public Integer call() {
    if (folders.size() < 2) {
      throw new ConfigException(
          "compare needs two run folders or more.",
          "Maybe rpusim compare "
              + (folders.isEmpty() ? "runs/A" : folders.getFirst())
              + " runs/B is meant.");
    }
    RunComparison comparison = RunComparison.of(folders.stream().map(StoredRun::read).toList());
    out().print(json ? CompareJson.of(comparison) : CompareTable.of(comparison, all));
    out().flush();
    return ExitCode.OK;
  }
}
