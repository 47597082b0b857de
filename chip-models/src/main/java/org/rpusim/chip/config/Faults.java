package org.rpusim.chip.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors of one file after which its reading goes on, so that all can be told together. */
final class Faults {
  private record Fault(Location where, ConfigException error) {}

  private final boolean goOn;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * No faults yet.
   *
   * @param goOn whether reading goes on after one
   */
  Faults(boolean goOn) {
    this.goOn = goOn;
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /** Keeps an error, and gives it back. */
  ConfigException add(Location where, ConfigException error) {
    faults.add(new Fault(where, error));
    return error;
  }

  /**
   * Keeps an error, and gives a value with which reading goes on. What may decide on other keys is
   * guessed by nobody.
   *
   * @param defaultText value where nothing is written, or {@link Section#REQUIRED}
   * @throws ConfigException the error, where there is no such value
   */
  <T> T standIn(Location where, ConfigException error, ValueType<T> type, String defaultText) {
    add(where, error);
    if (goOn && !type.allowed().startsWith("one of ")) {
      for (String text : List.of(defaultText, type.example())) {
        T value = parse(type, text);
        if (value != null) {
          return value;
        }
      }
    }
    throw error;
  }

  private static <T> @Nullable T parse(ValueType<T> type, String text) {
    try {
      return type.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** All as one error, in the order of lines; what the command line says comes first. */
  ConfigException together() {
    return ConfigException.ofAll(
        faults.stream()
            .sorted(Comparator.comparingInt(fault -> fault.where().line()))
            .map(Fault::error)
            .toList());
  }
}
