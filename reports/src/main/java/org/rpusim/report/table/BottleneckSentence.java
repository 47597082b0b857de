package org.rpusim.report.table;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.result.ComponentResult;

/** Names, in one sentence, what a run would have to speed up first. */
final class BottleneckSentence {
  private static final String PATH = "criticalPath.share.";

  /** Share of time at work from which a component keeps all others waiting. */
  private static final double BUSY = 0.9;

  private BottleneckSentence() {}

  /** The sentence; empty where no component worked. */
  static String of(ImmutableList<ComponentResult> components, Metrics metrics) {
    ComponentResult busiest =
        components.stream()
            .max(Comparator.comparingDouble(BottleneckSentence::busyFraction))
            .orElse(null);
    if (busiest == null || busyFraction(busiest) == 0) {
      return "";
    }
    String busy = busiest.name() + ", at work for " + Numbers.percent(busyFraction(busiest));
    if (busyFraction(busiest) >= BUSY) {
      return "The bottleneck is " + busy + " of the time.";
    }
    Map.@Nullable Entry<String, Object> longest = longest(metrics);
    if (longest == null) {
      return "No component is a bottleneck by itself: the busiest is " + busy + " of the time.";
    }
    String kind = longest.getKey().substring(PATH.length());
    return "The bottleneck is the chain of operations of one "
        + SampleWords.of(metrics).chain()
        + ", "
        + Numbers.percent(share(longest))
        + " of it "
        + place(kind)
        + "; the busiest component is "
        + busy
        + ".";
  }

  private static Map.@Nullable Entry<String, Object> longest(Metrics metrics) {
    return metrics.values().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(PATH))
        .max(Comparator.comparingDouble(BottleneckSentence::share))
        .orElse(null);
  }

  private static String place(String kind) {
    return switch (kind) {
      case "waiting" -> "in queues";
      case "array" -> "in arrays";
      case "converters" -> "in converters";
      case "management" -> "in management units";
      case "digitalUnit" -> "in digital units";
      case "link" -> "on links of tiles";
      case "interconnect" -> "on the interconnect";
      case "memory" -> "in memory";
      default -> "in " + Words.of(kind);
    };
  }

  private static double share(Map.Entry<String, Object> entry) {
    return ((Number) entry.getValue()).doubleValue();
  }

  private static double busyFraction(ComponentResult row) {
    double total = row.busySeconds() + row.idleSeconds();
    for (double seconds : row.waitingSeconds().values()) {
      total += seconds;
    }
    return total > 0 ? row.busySeconds() / total : 0;
  }
}
