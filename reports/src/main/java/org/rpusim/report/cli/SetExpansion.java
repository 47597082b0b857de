package org.rpusim.report.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lets one {@code --set} be followed by several pairs: {@code --set a.b=1 c=2}. */
final class SetExpansion {
  private static final String OPTION = "--set";
  private static final Pattern PAIR =
      Pattern.compile("[A-Za-z][A-Za-z0-9-]*(\\[\\d+])*(\\.[A-Za-z0-9-]+(\\[\\d+])*)*=.*");

  private SetExpansion() {}

  /** The arguments with {@code --set} before each pair that directly follows another pair. */
  static String[] expand(String[] arguments) {
    List<String> expanded = new ArrayList<>(arguments.length);
    boolean afterPair = false;
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      boolean pair = PAIR.matcher(argument).matches();
      if (afterPair && pair) {
        expanded.add(OPTION);
      }
      expanded.add(argument);
      boolean valueOfSet = i > 0 && arguments[i - 1].equals(OPTION);
      afterPair = valueOfSet || argument.startsWith(OPTION + "=") || (afterPair && pair);
    }
    return expanded.toArray(String[]::new);
  }
}
