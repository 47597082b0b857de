package org.rpusim.chip.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes parameters as YAML, with the groups and lists that their paths say. */
final class YamlText {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\d.+-][\\p{L}\\d ._/%²·+-]*");
  private static final int COMMENT_COLUMN = 44;

  private YamlText() {}

  static String write(List<Parameter> parameters, boolean annotated) {
    StringBuilder out = new StringBuilder();
    List<String> open = List.of();
    for (Parameter parameter : parameters) {
      List<String> steps = steps(parameter.path());
      int common = 0;
      while (common < steps.size() - 1
          && common < open.size()
          && steps.get(common).equals(open.get(common))) {
        common++;
      }
      String line = "";
      for (int i = common; i < steps.size(); i++) {
        line = group(out, line, steps, i);
      }
      line += scalar(parameter.text());
      out.append(line);
      if (annotated) {
        out.append(" ".repeat(Math.max(1, COMMENT_COLUMN - line.length())));
        out.append("# ").append(comment(parameter));
      }
      out.append('\n');
      open = steps.subList(0, steps.size() - 1);
    }
    return out.toString();
  }

  /** The words of a path, and its numbers as {@code [0}. */
  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      char c = i == path.length() ? '.' : path.charAt(i);
      if (c == '.' || c == '[') {
        boolean number = path.charAt(start) == '[';
        steps.add(path.substring(start, number ? i - 1 : i));
        start = c == '.' ? i + 1 : i;
      }
    }
    return steps;
  }

  /** Opens step i of a path: the text so far of the line, which goes on. */
  private static String group(StringBuilder out, String line, List<String> steps, int i) {
    String step = steps.get(i);
    boolean last = i == steps.size() - 1;
    String start = line.isEmpty() ? "  ".repeat(i) : line;
    if (step.startsWith("[")) {
      return start + "- ";
    }
    if (last) {
      return start + step + ": ";
    }
    out.append(start).append(step).append(":\n");
    return "";
  }

  private static String comment(Parameter parameter) {
    StringBuilder text = new StringBuilder(parameter.firmness().word());
    text.append(": ").append(parameter.meaning());
    if (!parameter.defaultText().isEmpty() && !parameter.defaultText().equals(parameter.text())) {
      text.append(" (default ").append(parameter.defaultText()).append(')');
    }
    if (!parameter.remark().isEmpty()) {
      text.append("; ").append(parameter.remark());
    }
    return text.toString();
  }

  private static String scalar(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
