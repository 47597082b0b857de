package org.rpusim.chip.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sentences on keys that are missing, unknown or hold something of another kind. */
final class KeyErrors {
  private KeyErrors() {}

  /**
   * Something else where keys are expected.
   *
   * @param place file, line and path
   * @param found what is there
   */
  static ConfigException noGroup(String place, Node found, String advice) {
    return new ConfigException(
        place + " is " + found.kind() + ", but must be a group of keys.", advice);
  }

  /** Something else, or nothing, where a list of groups is expected. */
  static ConfigException noList(String place, @Nullable Node found, String example) {
    if (found == null) {
      return new ConfigException(
          place + " is missing; it must be a list.", "Maybe add " + example + ".");
    }
    String kind = found instanceof Node.Sequence ? "an empty list" : found.kind();
    return new ConfigException(
        place + " is " + kind + ", but must be a list of one entry or more.",
        "Maybe write " + example + ".");
  }

  /** A list where a value or group is expected. */
  static ConfigException unexpectedList(String place) {
    return new ConfigException(place + " is a list, but must be a value or a group of keys.");
  }

  /**
   * A value that is wrong, or missing.
   *
   * @param must stands after the value: "must …"
   */
  static ConfigException bad(
      String place, @Nullable Node found, String must, @Nullable String advice) {
    String kind = found instanceof Node.Scalar s ? s.text() : found == null ? "" : found.kind();
    String is = kind.isEmpty() ? " is missing" : " is " + kind;
    return new ConfigException(place + is + ", but " + must + ".", advice);
  }

  /** A list or group where a value is expected. */
  static ConfigException noValue(String place, Node found, String allowed) {
    return new ConfigException(
        place + " is " + found.kind() + ", but must be " + allowed + ".",
        "Maybe leave out its brackets, or what is indented under it.");
  }

  /**
   * Nothing where a value is required.
   *
   * @param path of the key, which ends in its name
   */
  static ConfigException missing(String place, String name, String path, String allowed) {
    return new ConfigException(
        place + " is missing; it must be " + allowed + ".",
        "Maybe add \"" + name + ": …\" or --set " + path + "=….");
  }

  /**
   * A key that nothing reads.
   *
   * @param owner path of its group, empty for the whole file
   * @param near path that may be meant, or null
   */
  static ConfigException unknown(
      String place, String owner, Set<String> known, @Nullable String near) {
    String whose = owner.isEmpty() ? "the file" : owner;
    return new ConfigException(
        place + " is no key; " + whose + " has " + String.join(", ", known) + ".",
        near == null ? "Maybe delete it." : "Maybe " + near + " is meant.");
  }
}
