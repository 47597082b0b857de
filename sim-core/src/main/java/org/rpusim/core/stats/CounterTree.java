package org.rpusim.core.stats;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The counters of a simulation by dotted path: {@code tile3.array.forwardReads}. */
public final class CounterTree {
  private final NavigableMap<String, Counter> counters;

  /** What stands before every path that is asked for here: nothing, or words with a dot behind. */
  private final String above;

  /** An empty tree. */
  public CounterTree() {
    this(new TreeMap<>(), "");
  }

  private CounterTree(NavigableMap<String, Counter> counters, String above) {
    this.counters = counters;
    this.above = above;
  }

  /** The same tree for somebody whose counters stand below a path. */
  public CounterTree below(String path) {
    return new CounterTree(counters, above + path + ".");
  }

  /**
   * Makes the counter of a path.
   *
   * @param ownPath words of letters, digits, - and _ with dots between them
   * @throws IllegalArgumentException if this is no path, or has a counter already, or stands above
   *     or below one that has
   */
  public Counter counter(String ownPath) {
    String path = above + ownPath;
    if (!isPath(path)) {
      throw new IllegalArgumentException("\"" + path + "\" is no dotted path");
    }
    for (int dot = path.length(); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      String parent = path.substring(0, dot);
      if (counters.containsKey(parent)) {
        throw new IllegalArgumentException(path + " cannot be: there is a counter " + parent);
      }
    }
    String below = counters.higherKey(path + ".");
    if (below != null && below.startsWith(path + ".")) {
      throw new IllegalArgumentException(path + " cannot be: there is a counter " + below);
    }
    Counter counter = new Counter();
    counters.put(path, counter);
    return counter;
  }

  /** Words with dots between them; a chip has thousands of counters, so no regular expression. */
  private static boolean isPath(String path) {
    boolean inWord = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean ofWord = letter || (c >= '0' && c <= '9') || c == '_' || c == '-';
      if (!ofWord && (c != '.' || !inWord)) {
        return false;
      }
      inWord = ofWord;
    }
    return inWord;
  }

  /** The counters themselves, in the alphabetical order of their paths. */
  public ImmutableList<Counter> counters() {
    return ImmutableList.copyOf(counters.values());
  }

  /** All counts as they are now, in the alphabetical order of their paths. */
  public ImmutableSortedMap<String, Long> snapshot() {
    ImmutableSortedMap.Builder<String, Long> counts = ImmutableSortedMap.naturalOrder();
    counters.forEach((path, counter) -> counts.put(path, counter.get()));
    return counts.buildOrThrow();
  }

  /**
   * What has been counted since a snapshot, by path; counters made since then count from 0.
   *
   * @param before an earlier {@link #snapshot} of this tree
   */
  public ImmutableSortedMap<String, Long> difference(Map<String, Long> before) {
    ImmutableSortedMap.Builder<String, Long> counts = ImmutableSortedMap.naturalOrder();
    counters.forEach(
        (path, counter) -> counts.put(path, counter.get() - before.getOrDefault(path, 0L)));
    return counts.buildOrThrow();
  }
}
