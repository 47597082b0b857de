package org.rpusim.chip.config;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values given on the command line as {@code --set a.b=value}; a later pair wins. */
public final class Overrides {
  /** No values. */
  public static final Overrides NONE = new Overrides(ImmutableList.of());

  private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9-]*)((?:\\[\\d{1,4}])*)");

  /** A number between dots, as some tools write the entries of a list. */
  private static final Pattern DOTTED_INDEX = Pattern.compile("(?<=.)\\.(\\d{1,4})(?=\\.|$)");

  /** The group of a file that is of a run, not of its chip or workload. */
  private static final String RUN = "run";

  private static final Splitter INDICES = Splitter.on(CharMatcher.anyOf("[]")).omitEmptyStrings();

  private record Pair(ImmutableList<String> steps, Node value) {
    boolean isOfWorkload() {
      return steps.getFirst().equals("workload");
    }

    /** A name alone after {@code device} is its preset. */
    boolean isPreset() {
      String last = steps.getLast();
      return last.equals("preset") || (last.equals(Trees.DEVICE) && value instanceof Node.Scalar);
    }
  }

  private final ImmutableList<Pair> pairs;

  private Overrides(ImmutableList<Pair> pairs) {
    this.pairs = pairs;
  }

  /**
   * Reads pairs of a dotted path and a value, such as {@code tile.rows=128}, {@code
   * workload.layers[0].units=64} or {@code workload.learningRate=[{fromEpoch: 1, rate: 0.01}]}.
   *
   * @throws ConfigException if a text is not such a pair
   */
  public static Overrides parse(List<String> texts) {
    ImmutableList.Builder<Pair> pairs = ImmutableList.builder();
    for (String text : texts) {
      pairs.add(pair(text));
    }
    return new Overrides(pairs.build());
  }

  /** These and a later pair, see {@link #parse}. */
  public Overrides with(String text) {
    return with(pair(text));
  }

  /**
   * These and a later value that an option is short for, which messages name as it was typed.
   *
   * @param option such as {@code --epochs}
   * @param key dotted path, such as {@code workload.epochs}
   */
  public Overrides withOption(String option, String key, String value) {
    Node.Scalar node = new Node.Scalar(value, Location.ofOption(option));
    return with(new Pair(steps(key, key), node));
  }

  private Overrides with(Pair later) {
    return new Overrides(ImmutableList.<Pair>builder().addAll(pairs).add(later).build());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Overrides overrides && pairs.equals(overrides.pairs);
  }

  @Override
  public int hashCode() {
    return pairs.hashCode();
  }

  /** The pairs of the chip file's keys. */
  public Overrides ofChip() {
    return new Overrides(
        pairs.stream().filter(p -> !p.isOfWorkload()).collect(ImmutableList.toImmutableList()));
  }

  /** The pairs of the workload file's keys. */
  public Overrides ofWorkload() {
    return new Overrides(
        pairs.stream().filter(Pair::isOfWorkload).collect(ImmutableList.toImmutableList()));
  }

  /** Lays the values over a file's. */
  public Node.Mapping over(Node.Mapping file) {
    // Presets first, so that what stands beside them is laid over the preset whatever the order.
    Node.Mapping result = file;
    for (Pair pair : pairs) {
      if (pair.isPreset()) {
        result = (Node.Mapping) put(result, pair.steps(), 0, pair.value());
      }
    }
    for (Pair pair : pairs) {
      if (!pair.isPreset()) {
        result = (Node.Mapping) put(result, pair.steps(), 0, pair.value());
      }
    }
    return result;
  }

  private static Pair pair(String text) {
    int equals = text.indexOf('=');
    String key = equals < 0 ? text : text.substring(0, equals).strip();
    String value = equals < 0 ? "" : text.substring(equals + 1).strip();
    if (equals < 0 || value.isEmpty()) {
      throw new ConfigException(
          "--set " + text + " has no value; it takes key=value.",
          "Maybe --set " + (key.isEmpty() ? "tile.rows" : key) + "=… is meant.");
    }
    ImmutableList<String> steps = steps(key, text);
    if (steps.getFirst().equals(RUN)) {
      throw new ConfigException(
          "--set " + key + " is of a run, and stands in its file alone.",
          steps.getLast().equals("seed")
              ? "Maybe --seed " + value + " is meant."
              : "Maybe delete it.");
    }
    return new Pair(steps, value(key, value));
  }

  private static ImmutableList<String> steps(String key, String text) {
    ImmutableList.Builder<String> steps = ImmutableList.builder();
    for (String part : key.split("\\.", -1)) {
      Matcher matcher = STEP.matcher(part);
      if (!matcher.matches()) {
        Matcher dotted = DOTTED_INDEX.matcher(key);
        if (dotted.find()) {
          throw new ConfigException(
              "--set " + text + " counts an entry of a list after a dot; its place is in brackets.",
              "Maybe --set \"" + dotted.replaceAll("[$1]") + "=…\" is meant.");
        }
        throw new ConfigException(
            "--set " + text + " does not begin with a dotted key, such as tile.rows.",
            "Maybe --set tile.rows=… is meant.");
      }
      steps.add(matcher.group(1));
      steps.addAll(INDICES.split(matcher.group(2)));
    }
    return steps.build();
  }

  private static Node value(String key, String value) {
    if (!value.startsWith("[") && !value.startsWith("{")) {
      return new Node.Scalar(value, Location.COMMAND_LINE);
    }
    try {
      return atCommandLine(YamlReader.readValue("--set " + key, value));
    } catch (ConfigException e) {
      throw new ConfigException(
          "--set " + key + " is not a list or group in YAML: " + value + ".",
          "Maybe a bracket, comma or colon is missing.");
    }
  }

  private static Node atCommandLine(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> new Node.Scalar(scalar.text(), Location.COMMAND_LINE);
      case Node.Sequence list ->
          new Node.Sequence(
              list.items().stream()
                  .map(Overrides::atCommandLine)
                  .collect(ImmutableList.toImmutableList()),
              Location.COMMAND_LINE);
      case Node.Mapping map -> {
        ImmutableMap.Builder<String, Node> entries = ImmutableMap.builder();
        map.entries().forEach((name, value) -> entries.put(name, atCommandLine(value)));
        yield new Node.Mapping(entries.buildOrThrow(), Location.COMMAND_LINE);
      }
    };
  }

  private static Node put(Node at, List<String> steps, int depth, Node value) {
    if (depth == steps.size()) {
      return Trees.overlay(at, value);
    }
    String step = steps.get(depth);
    if (at instanceof Node.Sequence list) {
      int index = ListEntries.index(list, steps, depth);
      ImmutableList.Builder<Node> items = ImmutableList.builder();
      for (int i = 0; i < list.items().size(); i++) {
        Node item = list.items().get(i);
        items.add(i == index ? put(item, steps, depth + 1, value) : item);
      }
      return new Node.Sequence(items.build(), list.where());
    }
    ListEntries.refuseIndex(at, steps, depth);
    Node group =
        at instanceof Node.Scalar name && depth > 0 ? Trees.named(steps.get(depth - 1), name) : at;
    Node.Mapping map =
        group instanceof Node.Mapping mapping
            ? mapping
            : new Node.Mapping(ImmutableMap.of(), Location.COMMAND_LINE);
    Node child = map.entries().getOrDefault(step, Trees.EMPTY);
    Node changed = put(child, steps, depth + 1, value);
    return step.equals("preset") ? Trees.startAfresh(map, changed) : map.with(step, changed);
  }
}
