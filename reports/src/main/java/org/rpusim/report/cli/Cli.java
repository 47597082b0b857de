package org.rpusim.report.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.RunFolderException;
import picocli.CommandLine;

/** The program without its process: arguments in, text and an exit code out. */
final class Cli {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Backend backend;

  Cli(PrintWriter out, PrintWriter err, Backend backend) {
    this.out = out;
    this.err = err;
    this.backend = backend;
  }

  /** Does what the arguments say and gives the exit code. */
  int execute(String... arguments) {
    CommandLine root = new CommandLine(new RootCommand());
    root.addSubcommand(new CommandLine(new RunCommand(backend)));
    root.addSubcommand(new CommandLine(new ReproduceCommand(backend)));
    root.addSubcommand(new CommandLine(new SweepCommand(backend)));
    root.addSubcommand(new CommandLine(new CompareCommand()));
    root.addSubcommand(new CommandLine(new ReportCommand()));
    root.addSubcommand(new CommandLine(new BenchCommand()));
    root.addSubcommand(new CommandLine(new ListCommand()));
    root.addSubcommand(new CommandLine(new ShowCommand()));
    root.addSubcommand(new CommandLine(new CheckCommand()));
    root.addSubcommand(new CommandLine(new DeviceCommand()));
    root.addSubcommand(new CommandLine(new MapCommand()));
    root.addSubcommand(new CommandLine(new ExplainCommand()));
    root.addSubcommand(new CommandLine(new CompletionCommand()));
    root.setOut(out);
    root.setErr(err);
    root.setParameterExceptionHandler((error, given) -> wrong(UsageSentences.of(error)));
    root.setExecutionExceptionHandler((error, command, given) -> failed(error, command, arguments));
    try {
      if (arguments.length == 0) {
        root.usage(out);
        out.flush();
        return ExitCode.OK;
      }
      return root.execute(SetExpansion.expand(arguments));
    } catch (Error e) {
      Messages.printDefect(err, e, arguments);
      return ExitCode.DEFECT;
    }
  }

  private int failed(Exception error, CommandLine command, String[] arguments) {
    return switch (error) {
      case ConfigException wrong -> wrong(Messages.withAdvice(wrong, command.getCommandName()));
      case IOException wrong -> wrong(Messages.ofFile(wrong));
      case UncheckedIOException wrong ->
          wrong(Messages.ofFile(Objects.requireNonNull(wrong.getCause())));
      case RunFolderException wrong -> wrong(wrong.getMessage() + "\n" + wrong.advice());
      default -> {
        Messages.printDefect(err, error, arguments);
        yield ExitCode.DEFECT;
      }
    };
  }

  private int wrong(String message) {
    err.println(message);
    err.flush();
    return ExitCode.WRONG_INPUT;
  }
}
