package org.rpusim.chip.config;

import com.google.common.base.Ascii;
import com.google.common.base.CaseFormat;
import com.google.common.base.Joiner;
import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.units.Dimension;
import org.rpusim.core.units.Quantity;

/** The types of parameters. */
public final class ValueTypes {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Joiner OR = Joiner.on(", ");

  private record Simple<T>(
      Function<String, T> parser,
      Function<T, String> formatter,
      String allowed,
      String example,
      Function<String, @Nullable String> nearest)
      implements ValueType<T> {
    Simple(
        Function<String, T> parser, Function<T, String> formatter, String allowed, String example) {
      this(parser, formatter, allowed, example, text -> null);
    }

    @Override
    public @Nullable String near(String text) {
      return nearest.apply(text);
    }

    @Override
    public T parse(String text) {
      return parser.apply(text);
    }

    @Override
    public String format(T value) {
      return formatter.apply(value);
    }
  }

  private ValueTypes() {}

  /** A whole number; {@code 1e4} and {@code 4_096} are understood too. */
  public static ValueType<Integer> integer(int least, int most) {
    Range<Integer> range = Range.closed(least, most);
    String allowed =
        most == Integer.MAX_VALUE
            ? "a whole number, " + least + " or more"
            : "a whole number from " + least + " to " + most;
    return numeric(
        text -> within(range, wholeNumber(text)),
        String::valueOf,
        allowed,
        String.valueOf(least),
        text -> NearNumber.whole(text, least, most));
  }

  /** A number without a unit, or in percent. */
  public static ValueType<Double> number(Range<Double> range) {
    return numeric(
        text -> within(range, finite(decimal(text))),
        ValueTypes::shortest,
        "a number" + words(range),
        "0.3",
        text -> NearNumber.of(text, range));
  }

  /** A quantity in the unit that {@link Measure} keeps. */
  public static ValueType<Double> quantity(Measure measure, Range<Double> range) {
    return numeric(
        text -> within(range, measure.parse(text)),
        measure::format,
        article(measure.noun()) + " such as " + measure.example() + words(range),
        measure.example(),
        text -> withUnit(text, measure::parse, measure.example()));
  }

  /** A quantity of 0 or more. */
  public static ValueType<Double> zeroOrMore(Measure measure) {
    return quantity(measure, Range.atLeast(0.0));
  }

  /** A quantity above 0. */
  public static ValueType<Double> positive(Measure measure) {
    return quantity(measure, Range.greaterThan(0.0));
  }

  /** A time of whole picoseconds. */
  public static ValueType<Long> timePs(long least) {
    return numeric(
        text -> within(Range.atLeast(least), Quantity.parseTimePs(text)),
        Quantity::formatTimePs,
        "a time such as 80 ns, of whole picoseconds, " + Quantity.formatTimePs(least) + " or more",
        "80 ns",
        text -> withUnit(text, given -> Quantity.parse(given, Dimension.TIME), "80 ns"));
  }

  /** One of an enum's constants, in kebab or camel case. */
  public static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
    ImmutableMap.Builder<String, E> names = ImmutableMap.builder();
    for (E constant : type.getEnumConstants()) {
      names.put(kebab(constant.name()), constant);
    }
    return choice(names.buildOrThrow());
  }

  /** One of some names. */
  public static ValueType<String> name(Collection<String> names) {
    ImmutableMap.Builder<String, String> values = ImmutableMap.builder();
    names.forEach(name -> values.put(name, name));
    return choice(values.buildOrThrow());
  }

  /** {@code true} or {@code false}. */
  public static ValueType<Boolean> flag() {
    return choice(ImmutableMap.of("true", true, "false", false));
  }

  /** Any text. */
  public static ValueType<String> text() {
    return new Simple<>(text -> text, text -> text, "a text", "a text");
  }

  /**
   * A type of another package's.
   *
   * @param parser throws {@link IllegalArgumentException} where a text is not allowed
   * @param formatter gives a text that the parser understands
   * @param allowed what is allowed, for messages
   * @param example a text that is allowed
   */
  public static <T> ValueType<T> custom(
      Function<String, T> parser, Function<T, String> formatter, String allowed, String example) {
    return new Simple<>(parser, formatter, allowed, example);
  }

  /** A type with one more word that stands for a value, such as {@code off} for 0 bits. */
  public static <T> ValueType<T> withWord(String word, T meaning, ValueType<T> type) {
    return new Simple<>(
        text -> text.equals(word) ? meaning : type.parse(text),
        value -> value.equals(meaning) ? word : type.format(value),
        type.allowed() + ", or " + word,
        type.example(),
        text -> text.equalsIgnoreCase(word) ? word : type.near(text));
  }

  private static <V> ValueType<V> choice(ImmutableMap<String, V> names) {
    ImmutableMap<V, String> words =
        names.entrySet().stream()
            .collect(ImmutableMap.toImmutableMap(e -> e.getValue(), e -> e.getKey()));
    return new Simple<>(
        text -> {
          V value = names.get(kebab(text));
          if (value == null) {
            throw new IllegalArgumentException("unknown name");
          }
          return value;
        },
        value -> String.valueOf(words.get(value)),
        "one of " + OR.join(names.keySet()),
        names.keySet().asList().getFirst());
  }

  private static String kebab(String name) {
    boolean constant = name.equals(Ascii.toUpperCase(name));
    CaseFormat format = constant ? CaseFormat.UPPER_UNDERSCORE : CaseFormat.LOWER_CAMEL;
    return format.to(CaseFormat.LOWER_HYPHEN, name).replace('_', '-');
  }

  /** A type of numbers; what is near a text is told if it is allowed. */
  private static <T> ValueType<T> numeric(
      Function<String, T> parser,
      Function<T, String> formatter,
      String allowed,
      String example,
      Function<String, @Nullable NearNumber> nearest) {
    return new Simple<>(
        parser,
        formatter,
        allowed,
        example,
        text -> {
          NearNumber near = nearest.apply(text);
          return near == null || !isAllowed(parser, near.text())
              ? null
              : near.text() + near.remark();
        });
  }

  private static boolean isAllowed(Function<String, ?> parser, String text) {
    try {
      Object _ = parser.apply(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A number with the unit of an example, where a text has none or one that there is not. */
  private static @Nullable NearNumber withUnit(
      String text, Function<String, Double> quantity, String example) {
    return isAllowed(quantity, text) // a quantity, but out of range
        ? null
        : NearNumber.withUnit(text, example);
  }

  private static <T extends Comparable<T>> T within(Range<T> range, T value) {
    if (!range.contains(value)) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  private static int wholeNumber(String text) {
    try {
      return decimal(text.replace("_", "")).intValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("no whole number", e);
    }
  }

  private static BigDecimal decimal(String text) {
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    if (!NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException("no number");
    }
    BigDecimal value = new BigDecimal(number);
    return text.endsWith("%") ? value.scaleByPowerOfTen(-2) : value;
  }

  private static double finite(BigDecimal value) {
    double number = value.doubleValue();
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("too large");
    }
    return number;
  }

  private static BigDecimal exact(double value) {
    // The shortest decimal that reads back to the same bits.
    return new BigDecimal(Double.toString(value));
  }

  private static String shortest(double value) {
    BigDecimal exact = exact(value).stripTrailingZeros();
    return exact.signum() == 0 ? "0" : exact.toPlainString();
  }

  private static String article(String noun) {
    return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  private static String words(Range<Double> range) {
    String low = "";
    if (range.hasLowerBound()) {
      boolean open = range.lowerBoundType() == BoundType.OPEN;
      low = (open ? ", above " : ", not below ") + shortest(range.lowerEndpoint());
    }
    if (!range.hasUpperBound()) {
      return low;
    }
    boolean open = range.upperBoundType() == BoundType.OPEN;
    String high = (open ? "below " : "not above ") + shortest(range.upperEndpoint());
    return low.isEmpty() ? ", " + high : low + " and " + high;
  }
}
