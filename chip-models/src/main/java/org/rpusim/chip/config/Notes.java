package org.rpusim.chip.config;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about its own values: the top-level key {@code notes} holds a text for dotted
 * paths, which begins with a firmness word. A note counts for a value of the same file only, so
 * that a value laid over it does not inherit it.
 */
final class Notes {
  static final String KEY = "notes";

  /** A remark on a value. */
  record Note(Firmness firmness, String remark) {}

  private final ImmutableMap<String, Node> notes;

  private Notes(ImmutableMap<String, Node> notes) {
    this.notes = notes;
  }

  static Notes of(Node.Mapping file) {
    Node notes = file.entries().get(KEY);
    if (notes == null) {
      return new Notes(ImmutableMap.of());
    }
    if (!(notes instanceof Node.Mapping mapping)) {
      throw new ConfigException(
          notes.where().of(KEY) + " is " + notes.kind() + ", but must be a group of keys.",
          "Maybe write \"tile.rows: assumption, …\" under it.");
    }
    for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
      if (!(entry.getValue() instanceof Node.Scalar)) {
        throw new ConfigException(
            entry.getValue().where().of(KEY + "." + entry.getKey()) + " must be a text.");
      }
    }
    return new Notes(mapping.entries());
  }

  @Nullable Note about(String path, Node.@Nullable Scalar value) {
    Node note = notes.get(path);
    if (!(note instanceof Node.Scalar text)
        || value == null
        || !value.where().source().equals(text.where().source())) {
      return null;
    }
    for (Firmness firmness : Firmness.values()) {
      if (text.text().startsWith(firmness.word())) {
        String rest = text.text().substring(firmness.word().length());
        return new Note(firmness, rest.replaceFirst("^[,:;]?\\s*", ""));
      }
    }
    return new Note(Firmness.GIVEN, text.text());
  }
}
