package org.rpusim.chip.config;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Says in words of our own where a text is no YAML, and why. */
final class YamlFault {
  private static final Splitter LINES = Splitter.onPattern("\r\n|\r|\n");
  private static final CharMatcher INDENTATION = CharMatcher.anyOf(" \t");
  private static final String OTHERWISE = "Maybe the indentation, a colon or a quote is wrong.";

  private final String source;
  private final List<String> lines;

  private YamlFault(String source, String text) {
    this.source = source;
    this.lines = LINES.splitToList(text);
  }

  /**
   * The error for a text that is no YAML.
   *
   * @param cause what the parser says, or null
   * @param line where it says that, counted from 1, if the cause does not
   */
  static ConfigException of(String source, String text, @Nullable Throwable cause, int line) {
    YamlFault fault = new YamlFault(source, text);
    return switch (cause) {
      case MarkedYamlEngineException marked when marked.getProblemMark().isPresent() ->
          fault.of(marked, marked.getProblemMark().get());
      case ReaderException control -> fault.character(text, control);
      case null, default -> fault.unknown(line);
    };
  }

  private ConfigException of(MarkedYamlEngineException error, Mark at) {
    String problem = String.valueOf(error.getProblem());
    String context = String.valueOf(error.getContext());
    int line = at.getLine() + 1;
    if (indentation(line).indexOf('\t') >= 0) {
      return at(
          line,
          "the line begins with a tab, but YAML is indented with blanks alone",
          "Maybe two blanks for each level are meant.");
    }
    int begin = error.getContextMark().map(mark -> mark.getLine() + 1).orElse(line);
    if (context.contains("quoted scalar")) {
      return problem.contains("escape")
          ? at(line, "a text in double quotes has a \\ that begins no escape", "Maybe write \\\\.")
          : at(begin, "a quote is opened here and not closed", "Maybe it is missing at the end.");
    }
    if (context.contains("flow")) {
      String bracket = context.contains("mapping") ? "{" : "[";
      return at(
          line,
          "the " + bracket + " of line " + begin + " is not closed, or a comma is missing",
          "Maybe a bracket or a comma is missing before this line's end.");
    }
    if (problem.contains("cannot start any token") && at.getColumn() < text(line).length()) {
      return at(
          line,
          "a value begins with " + text(line).charAt(at.getColumn()) + ", which YAML reserves",
          "Maybe it is to stand in quotes.");
    }
    return problem.contains("<block end>")
        ? block(problem, context, at)
        : colon(problem, at, begin);
  }

  /** Keys or entries that do not go on as they began. */
  private ConfigException block(String problem, String context, Mark at) {
    int line = at.getLine() + 1;
    if (at.getColumn() > indentation(line).length()) {
      return at(
          line,
          "something stands behind a value that has ended",
          "Maybe quotes are missing around the whole value.");
    }
    if (context.contains("collection") || problem.contains("'-'")) {
      return at(line, "keys and entries of a list stand side by side", OTHERWISE);
    }
    return at(
        line,
        "the line is indented neither like the lines above it nor as a part of them",
        "Maybe it has a blank too many or too few.");
  }

  private ConfigException colon(String problem, Mark at, int begin) {
    int line = at.getLine() + 1;
    String before = text(line).substring(0, Math.min(at.getColumn(), text(line).length()));
    if (problem.contains("mapping values") && before.contains(": ")) {
      return at(
          line, "a value has a colon in it and is not in quotes", "Maybe quotes are missing.");
    }
    if (problem.contains("mapping values")) {
      return at(
          line,
          "a key stands where none may be",
          "Maybe the line above lacks its colon, or the indentation is wrong.");
    }
    return problem.contains("':'")
        ? at(begin, "a key has no colon behind it", "Maybe write it as \"key: value\".")
        : unknown(line);
  }

  /** A character that no text may have. */
  private ConfigException character(String text, ReaderException error) {
    int end = Math.min(error.getPosition(), text.length());
    int line = LINES.splitToList(text.substring(0, end)).size();
    return at(
        line,
        String.format(Locale.ROOT, "the file holds the character U+%04X", error.getCodePoint())
            + ", which YAML does not allow",
        "Maybe delete it, or another file was meant.");
  }

  private ConfigException unknown(int line) {
    return at(line, "from here on the file cannot be understood", OTHERWISE);
  }

  private ConfigException at(int line, String what, String advice) {
    return new ConfigException(
        new Location(source, line, 1).of("") + ": this is not YAML: " + what + ".", advice);
  }

  private String indentation(int line) {
    String text = text(line);
    return text.substring(0, text.length() - INDENTATION.trimLeadingFrom(text).length());
  }

  private String text(int line) {
    return line <= lines.size() ? lines.get(line - 1) : "";
  }
}
