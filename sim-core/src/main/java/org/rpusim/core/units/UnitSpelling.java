package org.rpusim.core.units;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.OptionalInt;

/** Reads a unit as a power of ten of its dimension's base unit. */
final class UnitSpelling {
  private static final ImmutableMap<String, Integer> PREFIXES =
      ImmutableMap.<String, Integer>builder()
          .put("a", -18)
          .put("f", -15)
          .put("p", -12)
          .put("n", -9)
          .put("u", -6)
          .put("\u00B5", -6) // micro sign
          .put("\u03BC", -6) // Greek mu
          .put("m", -3)
          .put("", 0)
          .put("k", 3)
          .put("K", 3)
          .put("M", 6)
          .put("G", 9)
          .put("T", 12)
          .put("P", 15)
          .buildOrThrow();

  /** Other spellings of a symbol; the first is the printed one. */
  private static final ImmutableMap<String, ImmutableList<String>> SPELLINGS =
      ImmutableMap.of(
          "Ohm", ImmutableList.of("Ohm", "ohm", "\u03A9", "\u2126"),
          "m2", ImmutableList.of("m2", "m\u00B2", "m^2"),
          "Ops", ImmutableList.of("Ops", "Op", "OPS", "OP", "ops", "op"),
          "Op", ImmutableList.of("Ops", "Op", "OPS", "OP", "ops", "op"),
          "Updates", ImmutableList.of("Updates", "Update", "updates", "update"));

  private static final Splitter PER = Splitter.on('/');

  /** The units that are printed, which are looked up for nearly every value that is read. */
  private static final ImmutableMap<Dimension, ImmutableMap<String, Integer>> PRINTED = printed();

  private UnitSpelling() {}

  private static ImmutableMap<Dimension, ImmutableMap<String, Integer>> printed() {
    ImmutableMap.Builder<Dimension, ImmutableMap<String, Integer>> all = ImmutableMap.builder();
    for (Dimension dimension : Dimension.values()) {
      ImmutableMap.Builder<String, Integer> powers = ImmutableMap.builder();
      for (String unit : dimension.units()) {
        spelled(unit, dimension).ifPresent(power -> powers.put(unit, power));
      }
      all.put(dimension, powers.buildOrThrow());
    }
    return all.buildOrThrow();
  }

  /** The power of ten by which the base unit is multiplied; empty if this is no such unit. */
  static OptionalInt powerOfTen(String unit, Dimension dimension) {
    ImmutableMap<String, Integer> powers = PRINTED.get(dimension);
    Integer power = powers == null ? null : powers.get(unit);
    return power == null ? spelled(unit, dimension) : OptionalInt.of(power);
  }

  private static OptionalInt spelled(String unit, Dimension dimension) {
    if (dimension == Dimension.RATIO && unit.equals("%")) {
      return OptionalInt.of(-2);
    }
    if (dimension == Dimension.COUNT) {
      OptionalInt power = prefixPower(unit);
      return power.isPresent() && power.getAsInt() >= 0 ? power : OptionalInt.empty();
    }
    List<String> bases = PER.splitToList(dimension.baseUnit());
    List<String> parts = PER.splitToList(unit);
    if (parts.size() != bases.size()) {
      return OptionalInt.empty();
    }
    int sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      OptionalInt power = partPower(parts.get(i), bases.get(i));
      if (power.isEmpty()) {
        return OptionalInt.empty();
      }
      sum += i == 0 ? power.getAsInt() : -power.getAsInt();
    }
    return OptionalInt.of(sum);
  }

  private static OptionalInt partPower(String part, String base) {
    for (String spelling : SPELLINGS.getOrDefault(base, ImmutableList.of(base))) {
      if (part.endsWith(spelling)) {
        String prefix = part.substring(0, part.length() - spelling.length());
        OptionalInt power =
            base.isEmpty() && !prefix.isEmpty() ? OptionalInt.empty() : prefixPower(prefix);
        if (power.isPresent()) {
          return OptionalInt.of(base.equals("m2") ? 2 * power.getAsInt() : power.getAsInt());
        }
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt prefixPower(String prefix) {
    Integer power = PREFIXES.get(prefix);
    return power == null ? OptionalInt.empty() : OptionalInt.of(power);
  }
}
