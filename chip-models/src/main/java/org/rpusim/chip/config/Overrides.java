package org.rpusim.chip.config;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values given on the command line as {@code --set a.b=value}; a later pair wins. */
public final class Overrides {
  /** No values. */
  public static final Overrides NONE = new Overrides(ImmutableList.of());

  private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9-]*)((?:\\[\\d{1,4}])*)");

  /** The group of a resolved file that no reader looks at. */
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
    return new Overrides(ImmutableList.<Pair>builder().addAll(pairs).add(pair(text)).build());
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
          "--set " + key + " is written down by a run, and read by none.",
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

  private static ConfigException beyondEnd(Node.Sequence list, List<String> steps, int depth) {
    int entries = list.items().size();
    List<String> last = new ArrayList<>(steps);
    last.set(depth, String.valueOf(entries - 1));
    return new ConfigException(
        "--set "
            + path(steps)
            + " is beyond the list's end; it has "
            + entries
            + (entries == 1 ? " entry" : " entries")
            + ", counted from 0.",
        entries == 0 ? "Maybe give the whole list." : "Maybe " + path(last) + " is meant.");
  }

  /** Steps as a user writes them, such as {@code workload.layers[0].units}. */
  private static String path(List<String> steps) {
    StringBuilder path = new StringBuilder();
    for (String step : steps) {
      if (Character.isDigit(step.charAt(0))) {
        path.append('[').append(step).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step);
      }
    }
    return path.toString();
  }

  private static Node put(Node at, List<String> steps, int depth, Node value) {
    if (depth == steps.size()) {
      return Trees.overlay(at, value);
    }
    String step = steps.get(depth);
    if (at instanceof Node.Sequence list && Character.isDigit(step.charAt(0))) {
      int index = Integer.parseInt(step);
      if (index >= list.items().size()) {
        throw beyondEnd(list, steps, depth);
      }
      ImmutableList.Builder<Node> items = ImmutableList.builder();
      for (int i = 0; i < list.items().size(); i++) {
        Node item = list.items().get(i);
        items.add(i == index ? put(item, steps, depth + 1, value) : item);
      }
      return new Node.Sequence(items.build(), list.where());
    }
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
