package org.rpusim.chip.config;

import org.jspecify.annotations.Nullable;

/**
 * How a text becomes a value and back.
 *
 * @param <T> the value
 */
public interface ValueType<T> {
  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it is no allowed value
   */
  T parse(String text);

  /** A text that {@link #parse} reads as the same value. */
  String format(T value);

  /** What is allowed, to stand after "must be": {@code a whole number from 1 to 64}. */
  String allowed();

  /** A value that is allowed, for advice. */
  String example();

  /** The allowed value nearest to a text that is not, for advice; null where none is near. */
  default @Nullable String near(String text) {
    return null;
  }
}
