package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Node;

/**
 * The groups {@code set} of a study's file: any keys of a chip or workload, as dotted paths, with
 * single values. The study's hold for all points, a panel's for its own; a later one wins.
 */
final class SetKeys {
  private static final String SET = "set";

  private final Node.Mapping file;

  SetKeys(Node.Mapping file) {
    this.file = file;
  }

  /** The file without its groups {@code set}. */
  Node.Mapping rest() {
    return (Node.Mapping) without(file);
  }

  private static Node without(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar;
      case Node.Sequence list ->
          new Node.Sequence(
              list.items().stream().map(SetKeys::without).collect(ImmutableList.toImmutableList()),
              list.where());
      case Node.Mapping map -> {
        ImmutableMap.Builder<String, Node> kept = ImmutableMap.builder();
        map.without(SET).entries().forEach((key, value) -> kept.put(key, without(value)));
        yield new Node.Mapping(kept.buildOrThrow(), map.where());
      }
    };
  }

  /**
   * What is set for a point.
   *
   * @param inherit whether the study's and the panel's keys are set too
   */
  ImmutableMap<String, String> ofPoint(int panel, int point, boolean inherit) {
    Node.Mapping ofPanel = item(file, "panels", panel);
    Map<String, String> set = new LinkedHashMap<>();
    if (inherit) {
      put(file, set);
      put(ofPanel, set);
    }
    put(item(ofPanel, "points", point), set);
    return ImmutableMap.copyOf(set);
  }

  /** The readers have seen that there is such an entry. */
  private static Node.Mapping item(Node.Mapping of, String list, int index) {
    Node.Sequence entries = (Node.Sequence) of.entries().get(list);
    return (Node.Mapping) Objects.requireNonNull(entries).items().get(index);
  }

  private static void put(Node.Mapping from, Map<String, String> set) {
    Node group = from.entries().get(SET);
    if (group == null) {
      return;
    }
    if (!(group instanceof Node.Mapping keys)) {
      throw new ConfigException(
          group.where().of(SET) + " is " + group.kind() + ", but must be a group of keys.",
          "Maybe write set: {device.dwMin: 0.01}.");
    }
    keys.entries()
        .forEach((key, value) -> {
          if (!(value instanceof Node.Scalar scalar)) {
            throw new ConfigException(
                value.where().of(SET + "." + key)
                    + " is "
                    + value.kind()
                    + ", but must be a single value.",
                "Maybe write the whole path as the key, or a list in quotes.");
          }
          set.put(key, scalar.text());
        });
  }
}
