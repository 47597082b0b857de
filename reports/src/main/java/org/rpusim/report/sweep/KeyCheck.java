package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.report.point.MisplacedKeys;
import org.rpusim.report.point.SwappedRoles;
import org.rpusim.workload.preset.WorkloadPresets;

/**
 * Finds unknown keys and wrong values before anything runs: each value of each key is read once,
 * with the others at their first values or, if that fails, their last. What goes wrong only where
 * several keys meet is left to the points.
 */
final class KeyCheck {
  private static final double ALMOST_ONE = StrictMath.nextDown(1.0);

  /** What people write who mean a range. */
  private static final Pattern RANGE =
      Pattern.compile("([\\d.]*\\d) *(?:-|:|–|…| to |\\.\\.+) *([\\d.]*(?: ?\\p{L}+)?)");

  private final Sweep sweep;

  private KeyCheck(Sweep sweep) {
    this.sweep = sweep;
  }

  /**
   * Checks a plan.
   *
   * @throws ConfigException if a key is unknown, or a value is wrong wherever it stands
   */
  static void check(SweepPlan plan) {
    KeyCheck check = new KeyCheck(plan.sweep());
    SwappedRoles.refuse("rpusim sweep --workload", check.sweep.workload(), check.sweep.chip());
    check.refuseMisplaced(plan);
    if (plan.sweep().design() == Design.LIST) {
      for (int i = 0; i < plan.points(); i++) {
        check.read(plan.point(i).set(), "point " + (i + 1));
      }
      return;
    }
    List<ImmutableList<String>> ends =
        plan.sweep().axes().stream().map(axis -> values(axis, plan.sweep().design())).toList();
    for (int d = 0; d < ends.size(); d++) {
      for (String value : ends.get(d)) {
        check.checkValue(ends, d, value);
      }
    }
  }

  private void refuseMisplaced(SweepPlan plan) {
    MisplacedKeys.refuse("The key", sweep.set().keySet(), sweep.chip(), sweep.workload());
    List<String> varied =
        plan.columns().stream().filter(column -> !column.equals(SweepPlan.LABEL)).toList();
    MisplacedKeys.refuse("The key", varied, sweep.chip(), sweep.workload());
  }

  /** What is read of an axis: all of a grid or list, the ends of a range that is drawn from. */
  private static ImmutableList<String> values(Axis axis, Design design) {
    boolean listed = design == Design.GRID || axis.values() instanceof Values.Listed;
    return listed
        ? axis.values().all()
        : ImmutableList.of(axis.values().at(0), axis.values().at(ALMOST_ONE));
  }

  private void checkValue(List<ImmutableList<String>> ends, int axis, String value) {
    ConfigException first = failure(ends, axis, value, true);
    if (first != null && failure(ends, axis, value, false) != null) {
      throw first;
    }
  }

  private @Nullable ConfigException failure(
      List<ImmutableList<String>> ends, int axis, String value, boolean first) {
    Map<String, String> set = new LinkedHashMap<>(sweep.set());
    for (int d = 0; d < ends.size(); d++) {
      String taken = d == axis ? value : first ? ends.get(d).getFirst() : ends.get(d).getLast();
      sweep.axes().get(d).keys().forEach(key -> set.put(key, taken));
    }
    try {
      read(ImmutableMap.copyOf(set), "the value " + value + " of " + sweep.axes().get(axis).name());
      return null;
    } catch (ConfigException e) {
      Matcher range = RANGE.matcher(value);
      return range.matches()
          ? new ConfigException(
              String.valueOf(e.getMessage()).replaceFirst("(?s)\n.*", ""),
              (range.group(2).isEmpty()
                      ? "Maybe the end of a range is missing: "
                      : "Maybe a range is meant: ")
                  + sweep.axes().get(axis).name()
                  + "="
                  + range.group(1)
                  + ".."
                  + range.group(2))
          : e;
    }
  }

  private void read(ImmutableMap<String, String> set, String what) {
    try {
      Overrides overrides =
          Overrides.parse(
              set.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
      ChipPresets.load(sweep.chip(), overrides);
      WorkloadPresets.load(sweep.workload(), overrides);
    } catch (ConfigException e) {
      String message = String.valueOf(e.getMessage()).replace("--set ", "");
      if (message.startsWith("There is no ")) {
        throw e; // the chip or workload, whatever the value
      }
      int end = message.indexOf('\n');
      throw new ConfigException(
          "Nothing was run, as "
              + what
              + " is wrong: "
              + (end < 0 ? message : message.substring(0, end)),
          end < 0 ? null : message.substring(end + 1));
    }
  }
}
