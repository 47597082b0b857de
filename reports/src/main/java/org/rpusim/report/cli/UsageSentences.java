package org.rpusim.report.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a command line, and on a second line what may help. */
final class UsageSentences {
  private static final String LIST_ADVICE =
      "Maybe mlp-digits is meant: rpusim list shows them all.";

  private UsageSentences() {}

  /** The sentence and the advice for an error that picocli found. */
  static String of(ParameterException error) {
    String command = error.getCommandLine().getCommandSpec().qualifiedName(" ");
    return switch (error) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
      case MissingParameterException missing -> missing(missing, command);
      default -> other(error, command);
    };
  }

  /** The sentence and the advice for a command that does not exist. */
  static String noCommand(String program, String command, Collection<String> commands) {
    String word = command.isBlank() ? "\"\"" : command;
    return program
        + " has no command "
        + word
        + ".\n"
        + maybe(nearest(command, List.copyOf(commands)), program);
  }

  private static String unmatched(UnmatchedArgumentException error, String command) {
    String argument = error.getUnmatched().getFirst();
    if (error.isUnknownOption()) {
      return command
          + " has no option "
          + argument
          + ".\n"
          + maybe(nearest(argument, optionNames(error.getCommandLine())), command);
    }
    if (!error.getCommandLine().getSubcommands().isEmpty()) {
      return noCommand(command, argument, error.getCommandLine().getSubcommands().keySet());
    }
    boolean pairs =
        error.getCommandLine().getParseResult().originalArgs().stream()
            .anyMatch(given -> given.startsWith("--set") || given.startsWith("--vary"));
    return command
        + " does not know what to do with \""
        + argument
        + "\".\n"
        + (pairs
            ? "Maybe a value with blanks needs quotes: --set \"tile.readTime=80 ns\"."
            : "Maybe an option is missing before it: " + command + " --help shows them.");
  }

  private static String missing(MissingParameterException error, String command) {
    List<ArgSpec> missing = error.getMissing();
    if (missing.isEmpty()) {
      return command + " lacks an argument.\n" + helpAdvice(command);
    }
    ArgSpec first = missing.getFirst();
    String what =
        first instanceof OptionSpec option
            ? option.longestName() + " needs a value"
            : command + " needs a " + first.paramLabel();
    return what + ".\n" + (named(first) ? LIST_ADVICE : helpAdvice(command));
  }

  private static boolean named(ArgSpec argument) {
    return argument.isPositional() && argument.paramLabel().startsWith("NAME");
  }

  private static String other(ParameterException error, String command) {
    ArgSpec argument = error.getArgSpec();
    String value = error.getValue();
    if (value != null && value.isBlank()) {
      String what = argument instanceof OptionSpec option ? option.longestName() : command;
      return what
          + " does not take an empty "
          + argument.paramLabel()
          + ".\nMaybe a variable of the shell is empty.";
    }
    if (argument instanceof OptionSpec option && value != null) {
      return option.longestName()
          + " does not take \""
          + value
          + "\"; it takes "
          + takes(option)
          + ".\n"
          + valueAdvice(option, value, command);
    }
    return firstLine(String.valueOf(error.getMessage())) + ".\n" + helpAdvice(command);
  }

  /** A value like the one that was given, or one that is allowed. */
  private static String valueAdvice(OptionSpec option, String value, String command) {
    String name = option.longestName();
    if (isWhole(option)) {
      String near = whole(value);
      return near == null && value.matches("-?\\d+")
          ? "Maybe it has a digit too many: the most is " + most(option) + "."
          : "Maybe " + name + " " + (near == null ? "1" : near) + " is meant.";
    }
    if (isNumber(option)) {
      return "Maybe " + name + " 3 is meant.";
    }
    if (option.completionCandidates() != null) {
      List<String> names = new ArrayList<>();
      option.completionCandidates().forEach(names::add);
      String near = nearest(value, names);
      return "Maybe " + name + " " + (near == null ? names.getLast() : near) + " is meant.";
    }
    return helpAdvice(command);
  }

  private static long most(OptionSpec option) {
    Class<?> type = option.typeInfo().getAuxiliaryTypes()[0];
    return type == Long.class || type == long.class ? Long.MAX_VALUE : Integer.MAX_VALUE;
  }

  /** The whole number that a text is in another spelling, such as 1e4 or 60_000; or null. */
  private static @Nullable String whole(String text) {
    try {
      return String.valueOf(new BigDecimal(text.replaceAll("[_,']", "")).intValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private static boolean isWhole(OptionSpec option) {
    Class<?> type = option.typeInfo().getAuxiliaryTypes()[0];
    return type == Long.class || type == Integer.class || type == int.class || type == long.class;
  }

  private static boolean isNumber(OptionSpec option) {
    Class<?> type = option.typeInfo().getAuxiliaryTypes()[0];
    return type == Double.class || type == double.class;
  }

  private static String takes(OptionSpec option) {
    if (isWhole(option)) {
      return "a whole number";
    }
    if (isNumber(option)) {
      return "a number";
    }
    return option.completionCandidates() == null
        ? option.paramLabel()
        : String.join(" or ", option.completionCandidates());
  }

  private static String maybe(@Nullable String nearest, String command) {
    return nearest == null ? helpAdvice(command) : "Maybe " + nearest + " is meant.";
  }

  private static String helpAdvice(String command) {
    return "Maybe " + command + " --help helps.";
  }

  private static List<String> optionNames(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .flatMap(option -> Arrays.stream(option.names()))
        .toList();
  }

  private static @Nullable String nearest(String wrong, List<String> names) {
    return Nearest.of(wrong, names);
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
