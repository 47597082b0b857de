package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.PointResult;

/**
 * The results that came in since a folder was opened, so that tables need not read them from disk;
 * of a large sweep, the first ones up to a limit of memory. May be used by several threads.
 */
final class RecentResults {
  private static final int MOST_NUMBERS = 2 << 20; // 16 MB

  /** Names of figures are the same in most runs and kept once. */
  private record Kept(PointResult rest, ImmutableList<String> names, ImmutableDoubleArray values) {}

  private final Map<String, Kept> results = new HashMap<>();
  private ImmutableList<String> lastNames = ImmutableList.of();
  private int numbers;

  synchronized void add(String name, PointResult result) {
    ImmutableDoubleArray values = ImmutableDoubleArray.copyOf(result.figures().values());
    if (numbers + values.length() > MOST_NUMBERS) {
      results.remove(name);
      return;
    }
    ImmutableList<String> names = result.figures().keySet().asList();
    if (names.equals(lastNames)) {
      names = lastNames;
    } else {
      names = ImmutableList.copyOf(names.toArray(new String[0]));
      lastNames = names;
    }
    numbers += values.length();
    results.put(name, new Kept(withFigures(result, ImmutableMap.of()), names, values));
  }

  /** A result, or null if it is not kept. */
  @Nullable PointResult of(String name) {
    Kept kept;
    synchronized (this) {
      kept = results.get(name);
    }
    if (kept == null) {
      return null;
    }
    ImmutableMap.Builder<String, Double> figures =
        ImmutableMap.builderWithExpectedSize(kept.values().length());
    for (int i = 0; i < kept.values().length(); i++) {
      figures.put(kept.names().get(i), kept.values().get(i));
    }
    return withFigures(kept.rest(), figures.buildOrThrow());
  }

  private static PointResult withFigures(PointResult result, ImmutableMap<String, Double> figures) {
    return new PointResult(
        result.point(),
        result.seed(),
        result.fingerprint(),
        result.failure(),
        figures,
        result.epochs());
  }
}
