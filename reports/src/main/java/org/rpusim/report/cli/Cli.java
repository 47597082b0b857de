package org.rpusim.report.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.RunFolderException;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** The program without its process: arguments in, text and an exit code out. */
final class Cli {
  private static final String COMPLETION = "completion";
  private static final String HELP = "--help";

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
    String[] words = helpAsOption(arguments);
    String first = words.length == 0 ? "" : words[0];
    if (words.length > 0 && !first.startsWith("-") && !commands().containsKey(first)) {
      return wrong(UsageSentences.noCommand("rpusim", first, commands().keySet()));
    }
    CommandLine root = new CommandLine(new RootCommand());
    addCommands(root, words);
    root.registerConverter(Path.class, Cli::path);
    root.setOut(out);
    root.setErr(err);
    root.setParameterExceptionHandler((error, given) -> wrong(UsageSentences.of(error)));
    root.setExecutionExceptionHandler((error, command, given) -> failed(error, command, arguments));
    try {
      if (words.length == 0) {
        root.usage(out);
        out.flush();
        return ExitCode.OK;
      }
      return root.execute(SetExpansion.expand(words));
    } catch (OutOfMemoryError e) {
      return wrong(Messages.ofMemory(Runtime.getRuntime().maxMemory()));
    } catch (Error e) {
      Messages.printDefect(err, e, arguments);
      return ExitCode.DEFECT;
    }
  }

  /** {@code help run} as {@code run --help}. */
  private static String[] helpAsOption(String[] arguments) {
    if (arguments.length == 0 || !arguments[0].equals("help")) {
      return arguments;
    }
    return arguments.length == 1 ? new String[] {HELP} : new String[] {arguments[1], HELP};
  }

  /** An empty path would be the folder that one is in. */
  private static Path path(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("a path is empty");
    }
    return Path.of(text);
  }

  /**
   * All commands, or the one that is given: reading the options of the others takes longer than a
   * short run. The script of {@code completion} is of all.
   */
  private void addCommands(CommandLine root, String[] arguments) {
    ImmutableMap<String, Supplier<Subcommand>> all = commands();
    String first = arguments.length == 0 ? "" : arguments[0];
    Supplier<Subcommand> given = first.equals(COMPLETION) ? null : all.get(first);
    (given == null ? all.values() : List.of(given))
        .forEach(command -> root.addSubcommand(new CommandLine(command.get())));
  }

  /** By name, in the order of the help. */
  private ImmutableMap<String, Supplier<Subcommand>> commands() {
    return ImmutableMap.<String, Supplier<Subcommand>>builder()
        .put("run", () -> new RunCommand(backend))
        .put("reproduce", () -> new ReproduceCommand(backend))
        .put("sweep", () -> new SweepCommand(backend))
        .put("compare", CompareCommand::new)
        .put("report", ReportCommand::new)
        .put("bench", BenchCommand::new)
        .put("list", ListCommand::new)
        .put("show", ShowCommand::new)
        .put("check", CheckCommand::new)
        .put("device", DeviceCommand::new)
        .put("map", MapCommand::new)
        .put("explain", ExplainCommand::new)
        .put(COMPLETION, CompletionCommand::new)
        .buildOrThrow();
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
