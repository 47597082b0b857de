package org.rpusim.report.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rpusim} without a command: its help. */
@Command(
    name = "rpusim",
    versionProvider = VersionLine.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Simulates the training of neural networks on chips of resistive processing"
            + " units: accuracy, time, energy and area of one run.",
    footer = {
      "",
      "Begin with: rpusim run mlp-mnist --chip gokmen2016-design2",
      "Exit codes: 0; 2 for wrong input; 130 after Ctrl-C; 1 for a defect of rpusim."
    })
final class RootCommand extends Subcommand {
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  @SuppressWarnings("unused") // picocli reads it
  private boolean version;

  @Override
  public Integer call() {
    out().println("Which command? rpusim --help shows them all.");
    return ExitCode.OK;
  }
}
