package org.rpusim.report.html;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rpusim.core.units.Dimension;
import org.rpusim.core.units.Quantity;
import org.rpusim.report.table.Numbers;
import org.rpusim.report.table.Words;
import org.rpusim.workload.accounting.EnergyBreakdown;
import org.rpusim.workload.result.ComponentResult;

/** Where the time of each kind of component went: at work, waiting by reason, nothing to do. */
final class TimeBars {
  private static final String IDLE = "nothing to do";
  private static final String WORK = "at work";

  /** Rows of what draws power and is never at work; of their kind they are no further component. */
  private static final ImmutableSet<String> PASSIVE =
      ImmutableSet.of(EnergyBreakdown.UNUSED_UNITS, EnergyBreakdown.NETWORK);

  /** Okabe and Ito (2008), and three shades between; by reason, so that all bars agree. */
  private static final String[] COLOURS = {
    "#D55E00", "#E69F00", "#F0E442", "#CC79A7", "#56B4E9", "#009E73", "#8C564B", "#7F6BB0",
    "#A0C25A", "#444444"
  };

  private TimeBars() {}

  static void add(Html page, List<ComponentResult> components) {
    Map<String, Map<String, Double>> kinds = new LinkedHashMap<>();
    Map<String, Double> energy = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    TreeSet<String> reasons = new TreeSet<>();
    for (ComponentResult one : components) {
      energy.merge(one.kind(), one.energyJoules(), Double::sum);
      if (PASSIVE.contains(one.name())) {
        continue;
      }
      Map<String, Double> sums = kinds.computeIfAbsent(one.kind(), kind -> new LinkedHashMap<>());
      sums.merge(WORK, one.busySeconds(), Double::sum);
      one.waitingSeconds()
          .forEach((reason, seconds) -> {
            if (seconds > 0) {
              sums.merge(reason, seconds, Double::sum);
              reasons.add(reason);
            }
          });
      sums.merge(IDLE, one.idleSeconds(), Double::sum);
      counts.merge(one.kind(), 1, Integer::sum);
    }
    ImmutableMap<String, String> colours = colours(reasons);
    key(page, colours);
    page.header(List.of("components", "number", "time", "at work", "energy"), false);
    for (Map.Entry<String, Map<String, Double>> kind : kinds.entrySet()) {
      page.raw("<tr><td>").text(Words.of(kind.getKey())).raw("</td><td class=\"n\">");
      page.text(String.valueOf(counts.get(kind.getKey()))).raw("</td><td>");
      double total = bar(page, kind.getValue(), colours);
      double work = kind.getValue().getOrDefault(WORK, 0.0);
      page.raw("</td><td class=\"n\">")
          .text(total > 0 ? Numbers.percent(work / total) : "–")
          .raw("</td><td class=\"n\">")
          .text(Quantity.format(energy.getOrDefault(kind.getKey(), 0.0), Dimension.ENERGY))
          .raw("</td></tr>\n");
    }
    page.endTable();
  }

  private static ImmutableMap<String, String> colours(Set<String> reasons) {
    ImmutableMap.Builder<String, String> colours = ImmutableMap.builder();
    colours.put(WORK, "#0072B2");
    int next = 0;
    for (String reason : reasons) {
      colours.put(reason, COLOURS[next++ % COLOURS.length]);
    }
    return colours.put(IDLE, "#B8B8B8").buildOrThrow();
  }

  private static void key(Html page, ImmutableMap<String, String> colours) {
    page.raw("<p class=\"key soft\">");
    colours.forEach((name, colour) -> {
      boolean state = name.equals(WORK) || name.equals(IDLE);
      page.raw("<i style=\"background:" + colour + "\"></i>")
          .text(state ? name : "waiting: " + Words.of(name));
    });
    page.raw("</p>\n");
  }

  /** Draws a bar and gives the whole time. */
  private static double bar(
      Html page, Map<String, Double> parts, ImmutableMap<String, String> colours) {
    double total = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    page.raw("<div class=\"bar\">");
    colours.forEach((name, colour) -> {
      double part = parts.getOrDefault(name, 0.0);
      if (total > 0 && part > 0) {
        String percent = String.format(Locale.ROOT, "%.3f", 100 * part / total);
        page.raw("<i style=\"width:" + percent + "%;background:" + colour + "\" title=\"")
            .text(Words.of(name) + " " + Numbers.percent(part / total))
            .raw("\"></i>");
      }
    });
    page.raw("</div>");
    return total;
  }
}
