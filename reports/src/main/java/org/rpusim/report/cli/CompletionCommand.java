package org.rpusim.report.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rpusim completion}. */
@Command(
    name = "completion",
    description = "Prints a script by which bash and zsh complete commands and options.",
    footer = {"", "Use it: source <(rpusim completion)"})
final class CompletionCommand extends Subcommand {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    out().print(AutoComplete.bash("rpusim", spec.root().commandLine()));
    out().flush();
    return ExitCode.OK;
  }
}
