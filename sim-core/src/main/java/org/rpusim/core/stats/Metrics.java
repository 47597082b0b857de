package org.rpusim.core.stats;

import com.google.common.collect.ImmutableSortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run as a tree of dotted paths, in alphabetical order: {@code
 * energy.byComponent.arrays}. Units stand in the last word of a path ({@code totalJoules}) or in
 * that of its parent ({@code energy.byComponent} is in joules; {@code utilisation} and {@code
 * stalls} are fractions of time; {@code acceleration} has none).
 */
public final class Metrics {
  private final ImmutableSortedMap<String, Object> values;

  private Metrics(ImmutableSortedMap<String, Object> values) {
    this.values = values;
  }

  /** Every path with its value: a {@link Double}, {@link Long}, {@link Boolean} or string. */
  public ImmutableSortedMap<String, Object> values() {
    return values;
  }

  /** The number at a path, or null where the run has none. */
  public @Nullable Double number(String path) {
    return values.get(path) instanceof Number number ? number.doubleValue() : null;
  }

  /** Starts a tree. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects figures; a path may be put once, and no path may be both a value and a parent. */
  public static final class Builder {
    private final TreeMap<String, Object> values = new TreeMap<>();

    private Builder() {}

    /** Adds a number; it must be finite. */
    public Builder put(String path, double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(path + " is not a finite number: " + value);
      }
      return putObject(path, value);
    }

    /** Adds an exact count. */
    public Builder put(String path, long value) {
      return putObject(path, value);
    }

    /** Adds a text. */
    public Builder put(String path, String value) {
      return putObject(path, value);
    }

    /** Adds a truth value. */
    public Builder put(String path, boolean value) {
      return putObject(path, value);
    }

    private Builder putObject(String path, Object value) {
      if (values.putIfAbsent(path, value) != null) {
        throw new IllegalArgumentException(path + " is reported twice");
      }
      return this;
    }

    /** The finished tree. */
    public Metrics build() {
      for (String path : values.keySet()) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
          if (values.containsKey(path.substring(0, dot))) {
            throw new IllegalStateException(path + " stands below a value");
          }
        }
      }
      return new Metrics(ImmutableSortedMap.copyOf(values));
    }
  }
}
