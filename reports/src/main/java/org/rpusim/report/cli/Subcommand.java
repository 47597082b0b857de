package org.rpusim.report.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands have: help, and where they print. */
abstract class Subcommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("unused") // picocli reads it
  private boolean help;

  /** Where results go. */
  final PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  /** Where messages go. */
  final PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}
