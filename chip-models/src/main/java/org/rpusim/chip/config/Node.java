package org.rpusim.chip.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * A value of a configuration file with the place of its key. Numbers and flags are kept as text.
 */
public sealed interface Node {
  /** Where the key of this value was written. */
  Location where();

  /** What this is called in messages. */
  String kind();

  /**
   * A number, quantity, name or text.
   *
   * @param text as written, without quotes and surrounding blanks
   */
  record Scalar(String text, Location where) implements Node {
    @Override
    public String kind() {
      return "\"" + text + "\"";
    }
  }

  /**
   * Keys with values, in the order of the file.
   *
   * @param entries values by key
   */
  record Mapping(ImmutableMap<String, Node> entries, Location where) implements Node {
    @Override
    public String kind() {
      return "a group of keys";
    }

    /** This mapping with one entry set or replaced. */
    public Mapping with(String key, Node value) {
      return new Mapping(
          ImmutableMap.<String, Node>builder().putAll(entries).put(key, value).buildKeepingLast(),
          where);
    }

    /** This mapping without one entry. */
    public Mapping without(String key) {
      ImmutableMap.Builder<String, Node> kept = ImmutableMap.builder();
      entries.forEach((name, value) -> {
        if (!name.equals(key)) {
          kept.put(name, value);
        }
      });
      return new Mapping(kept.buildOrThrow(), where);
    }
  }

  /**
   * A list.
   *
   * @param items in the order of the file
   */
  record Sequence(ImmutableList<Node> items, Location where) implements Node {
    @Override
    public String kind() {
      return "a list";
    }
  }
}
