package org.rpusim.chip.config;

import java.util.ArrayList;
import java.util.List;

/** Which entry of a list a step of a path means: its index, or the name that it gives itself. */
final class ListEntries {
  private static final String NAME = "name";

  private ListEntries() {}

  /**
   * The entry that a step means.
   *
   * @param steps of the whole path, for messages
   * @param depth position of the step
   * @throws ConfigException if the list has no such entry, or several
   */
  static int index(Node.Sequence list, List<String> steps, int depth) {
    String step = steps.get(depth);
    if (isIndex(step)) {
      int index = Integer.parseInt(step);
      if (index >= list.items().size()) {
        throw beyondEnd(list, steps, depth);
      }
      return index;
    }
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      if (list.items().get(i) instanceof Node.Mapping entry
          && entry.entries().get(NAME) instanceof Node.Scalar name
          && name.text().equals(step)) {
        found.add(i);
      }
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw noEntry(list, steps, depth, found);
  }

  /**
   * Refuses an index where there is no list.
   *
   * @throws ConfigException if the step is one
   */
  static void refuseIndex(Node at, List<String> steps, int depth) {
    if (!isIndex(steps.get(depth))) {
      return;
    }
    List<String> without = new ArrayList<>(steps);
    without.remove(depth);
    boolean isWritten = !(at instanceof Node.Mapping group && group.entries().isEmpty());
    throw new ConfigException(
        "--set "
            + path(steps)
            + " counts entries, but "
            + path(steps.subList(0, depth))
            + (isWritten ? " is no list." : " has no entries yet."),
        isWritten ? "Maybe " + path(without) + " is meant." : "Maybe give the whole list.");
  }

  private static ConfigException noEntry(
      Node.Sequence list, List<String> steps, int depth, List<Integer> found) {
    List<String> counted = new ArrayList<>(steps);
    counted.set(depth, String.valueOf(found.isEmpty() ? 0 : found.getFirst()));
    String why = found.isEmpty() ? "none names itself " : found.size() + " name themselves ";
    return new ConfigException(
        "--set "
            + path(steps)
            + " does not say which entry of the list "
            + path(steps.subList(0, depth))
            + ": "
            + why
            + steps.get(depth)
            + "; it has "
            + entries(list)
            + ", counted from 0.",
        list.items().isEmpty()
            ? "Maybe give the whole list."
            : "Maybe --set \"" + path(counted) + "=…\" is meant.");
  }

  private static ConfigException beyondEnd(Node.Sequence list, List<String> steps, int depth) {
    int entries = list.items().size();
    List<String> last = new ArrayList<>(steps);
    last.set(depth, String.valueOf(entries - 1));
    return new ConfigException(
        "--set "
            + path(steps)
            + " is beyond the list's end; it has "
            + entries(list)
            + ", counted from 0.",
        entries == 0 ? "Maybe give the whole list." : "Maybe " + path(last) + " is meant.");
  }

  private static String entries(Node.Sequence list) {
    int entries = list.items().size();
    return entries + (entries == 1 ? " entry" : " entries");
  }

  private static boolean isIndex(String step) {
    return Character.isDigit(step.charAt(0));
  }

  /** Steps as a user writes them, such as {@code workload.layers[0].units}. */
  private static String path(List<String> steps) {
    StringBuilder path = new StringBuilder();
    for (String step : steps) {
      if (isIndex(step)) {
        path.append('[').append(step).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step);
      }
    }
    return path.toString();
  }
}
