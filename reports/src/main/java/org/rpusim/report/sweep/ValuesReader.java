package org.rpusim.report.sweep;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;

/**
 * Reads axes: {@code tile.rows=512,1024}, {@code adc.bits=6..10}, {@code tile.readTime=20 ns..80 ns
 * in 4}, {@code device.dwMin=0.0001..0.01 in 5 log}, {@code tile.rows+tile.columns=512,1024}.
 */
final class ValuesReader {
  private static final int MOST_VALUES = 100_000;
  private static final Pattern KEY =
      Pattern.compile("[A-Za-z][A-Za-z0-9-]*(\\[\\d+])*(\\.[A-Za-z0-9-]+(\\[\\d+])*)*");
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,2})?)( ?[^\\d\\s.,].*)?");
  private static final Pattern COUNT = Pattern.compile("(.*?)(?:\\s+in\\s+(\\d{1,6}))?(\\s+log)?");
  private static final String EXAMPLE = "Maybe tile.rows=512,1024 or adc.bits=6..10 is meant.";
  private static final Splitter JOINED = Splitter.on('+').trimResults();

  private ValuesReader() {}

  /**
   * Reads an axis of the command line.
   *
   * @throws ConfigException if it is none
   */
  static Axis pair(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new ConfigException("--vary " + text + " has no values; it takes KEY=VALUES.", EXAMPLE);
    }
    return axis("--vary", text.substring(0, equals).strip(), text.substring(equals + 1).strip());
  }

  /**
   * Reads an axis.
   *
   * @param place where it stands, for messages
   */
  static Axis axis(String place, String keys, String values) {
    List<String> names = JOINED.splitToList(keys);
    for (String name : names) {
      if (!KEY.matcher(name).matches()) {
        throw new ConfigException(
            place + " " + keys + " is no dotted key of a chip or workload.", EXAMPLE);
      }
    }
    String where = place + " " + keys;
    Values read = range(where, values);
    return new Axis(ImmutableList.copyOf(names), read == null ? listed(where, values) : read);
  }

  private static Values listed(String where, String text) {
    ImmutableList<String> values = split(text);
    Set<String> seen = new HashSet<>();
    for (String value : values) {
      if (value.isEmpty()) {
        throw new ConfigException(where + "=" + text + " has an empty value.", EXAMPLE);
      }
      if (!seen.add(value)) {
        throw new ConfigException(
            where + "=" + text + " has " + value + " twice.", "Maybe delete one of the two.");
      }
    }
    return new Values.Listed(values);
  }

  /** Commas inside brackets part nothing. */
  private static ImmutableList<String> split(String text) {
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    return parts.add(text.substring(start).strip()).build();
  }

  private static Values.@Nullable Span range(String where, String text) {
    int dots = text.indexOf("..");
    Matcher rest = COUNT.matcher(text);
    if (dots < 1 || !rest.matches()) {
      return null;
    }
    Matcher from = NUMBER.matcher(text.substring(0, dots).strip());
    Matcher to = NUMBER.matcher(rest.group(1).substring(dots + 2).strip());
    if (!from.matches() || !to.matches()) {
      return null;
    }
    String unit = to.group(2) == null ? "" : to.group(2);
    if (from.group(2) != null && !from.group(2).strip().equals(unit.strip())) {
      throw new ConfigException(
          where + "=" + text + " begins and ends in different units.", "Maybe write both in one.");
    }
    BigDecimal low = new BigDecimal(from.group(1));
    BigDecimal high = new BigDecimal(to.group(1));
    boolean whole = unit.isEmpty() && from.group(1).matches("-?\\d+") && isWhole(to.group(1));
    Values.Span span =
        new Values.Span(
            low.doubleValue(),
            high.doubleValue(),
            unit,
            whole,
            rest.group(3) != null,
            rest.group(2) == null ? 0 : Integer.parseInt(rest.group(2)),
            text);
    check(where, span);
    return span;
  }

  private static boolean isWhole(String number) {
    return number.matches("-?\\d+");
  }

  private static void check(String where, Values.Span span) {
    String text = where + "=" + span.text();
    if (!(span.low() < span.high())) {
      throw new ConfigException(text + " must rise.", "Maybe the ends are swapped.");
    }
    if (span.logarithmic() && !(span.low() > 0)) {
      throw new ConfigException(
          text + " has no logarithm at its beginning.", "Maybe leave out log.");
    }
    if (span.count() == 0 && span.text().contains(" in ")) {
      throw new ConfigException(text + " has no values.", "Maybe end it with: in 5.");
    }
    boolean many = span.count() == 0 && span.high() - span.low() >= MOST_VALUES;
    if ((span.whole() && many) || span.count() > MOST_VALUES) {
      throw new ConfigException(
          text + " has more than " + MOST_VALUES + " values.", "Maybe add: in 5.");
    }
  }
}
