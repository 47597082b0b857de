package org.rpusim.report.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rpusim.core.stats.Metrics;

/**
 * The parts of a whole, the greatest first.
 *
 * @param parts of more than 0
 * @param total sum of the parts
 */
public record Shares(ImmutableList<Part> parts, double total) {
  /**
   * One part.
   *
   * @param name in plain words
   * @param value in the unit of the whole
   * @param fraction of the whole, 0 to 1
   */
  public record Part(String name, double value, double fraction) {}

  /** The numbers below a path of the metrics, for example {@code energy.byComponent}. */
  public static Shares below(Metrics metrics, String parent) {
    String prefix = parent + ".";
    // '/' follows '.' in ASCII, so that the range holds exactly the paths below the parent.
    ImmutableSortedMap<String, Object> below = metrics.values().subMap(prefix, parent + "/");
    List<Part> parts = new ArrayList<>();
    double total = 0;
    for (Map.Entry<String, Object> entry : below.entrySet()) {
      if (entry.getValue() instanceof Number number && number.doubleValue() > 0) {
        String name = Words.of(entry.getKey().substring(prefix.length()));
        parts.add(new Part(name, number.doubleValue(), 0));
        total += number.doubleValue();
      }
    }
    return of(parts, total);
  }

  /**
   * The greatest parts, the rest as one part {@code other}.
   *
   * @param count parts at most, the rest included, 2 or more
   */
  public Shares greatest(int count) {
    if (parts.size() <= count) {
      return this;
    }
    List<Part> kept = new ArrayList<>(parts.subList(0, count - 1));
    double rest = 0;
    for (Part part : parts.subList(count - 1, parts.size())) {
      rest += part.value();
    }
    kept.add(new Part("other", rest, rest / total));
    return new Shares(ImmutableList.copyOf(kept), total);
  }

  private static Shares of(List<Part> parts, double total) {
    return new Shares(
        parts.stream()
            .map(part -> new Part(part.name(), part.value(), part.value() / total))
            .sorted(Comparator.comparingDouble(Part::value).reversed().thenComparing(Part::name))
            .collect(ImmutableList.toImmutableList()),
        total);
  }
}
