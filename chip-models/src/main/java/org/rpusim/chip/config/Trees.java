package org.rpusim.chip.config;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/** How one file's values are laid over another's. */
public final class Trees {
  /** A mapping without keys. */
  static final Node.Mapping EMPTY = new Node.Mapping(ImmutableMap.of(), Location.COMMAND_LINE);

  /** The group that may be the name of its preset alone. */
  static final String DEVICE = "device";

  private Trees() {}

  /**
   * The upper values where there are any, else the lower ones. Groups of keys are merged key by
   * key, except that a group which names a {@code preset} starts afresh: what a lower file said
   * beside another preset is not meant for this one. A name that stands alone for a device below is
   * its preset. Everything else is replaced whole.
   */
  public static Node overlay(Node lower, Node upper) {
    if (!(lower instanceof Node.Mapping below) || !(upper instanceof Node.Mapping above)) {
      return upper;
    }
    if (above.entries().containsKey("preset")) {
      return above;
    }
    Node.Mapping result = new Node.Mapping(below.entries(), above.where());
    for (Map.Entry<String, Node> entry : above.entries().entrySet()) {
      Node old = below.entries().get(entry.getKey());
      Node group = old instanceof Node.Scalar name ? named(entry.getKey(), name) : old;
      Node changed = group == null ? entry.getValue() : overlay(group, entry.getValue());
      result = result.with(entry.getKey(), changed);
    }
    return result;
  }

  /** As {@link #overlay(Node, Node)} for two files. */
  public static Node.Mapping overlayFiles(Node.Mapping lower, Node.Mapping upper) {
    return (Node.Mapping) overlay(lower, upper);
  }

  /** A file without one key of one of its groups. */
  public static Node.Mapping without(Node.Mapping file, String group, String key) {
    return file.entries().get(group) instanceof Node.Mapping keys
        ? file.with(group, keys.without(key))
        : file;
  }

  /** The group that a name alone stands for, as in {@code device: ideal}; else what is there. */
  static Node named(String key, Node.Scalar value) {
    return key.equals(DEVICE)
        ? new Node.Mapping(ImmutableMap.of("preset", value), value.where())
        : value;
  }

  /** A group of keys that only names a preset. */
  static Node.Mapping startAfresh(Node.Mapping group, Node preset) {
    return new Node.Mapping(ImmutableMap.of("preset", preset), group.where());
  }
}
