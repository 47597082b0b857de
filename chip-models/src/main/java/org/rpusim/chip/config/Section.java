package org.rpusim.chip.config;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A group of keys while its parameters are read. Each read states name, type, default, firmness of
 * the default and meaning on one line, and is recorded; a key that nothing read is an error.
 */
public final class Section {
  /** Default text of a key that must be given. */
  public static final String REQUIRED = "";

  private final String path;
  private final Node.Mapping node;
  private final Notes notes;
  private final Resolution.Builder resolution;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Section> children = new ArrayList<>();

  private Section(String path, Node.Mapping node, Notes notes, Resolution.Builder resolution) {
    this.path = path;
    this.node = node;
    this.notes = notes;
    this.resolution = resolution;
  }

  /**
   * The whole of a file.
   *
   * @param ignored top-level keys that another reader takes care of
   */
  public static Section root(Node.Mapping file, Set<String> ignored) {
    Section root = new Section("", file, Notes.of(file), new Resolution.Builder());
    root.known.addAll(ignored);
    root.known.add(Notes.KEY);
    return root;
  }

  /** The dotted path of a key of this group. */
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The group of keys under a name; empty where the file has none. */
  public Section section(String name) {
    known.add(name);
    Node value = node.entries().get(name);
    if (value != null && !(value instanceof Node.Mapping)) {
      throw new ConfigException(
          value.where().of(path(name)) + " is " + value.kind() + ", but must be a group of keys.",
          "Maybe indent its keys under \"" + name + ":\".");
    }
    // A group that the file lacks stands where its parent does, for messages on missing keys.
    Node.Mapping none = new Node.Mapping(ImmutableMap.of(), node.where());
    return child(path(name), value instanceof Node.Mapping mapping ? mapping : none);
  }

  /**
   * The groups of keys that a list under a name holds.
   *
   * @throws ConfigException if it is missing, empty or holds something else
   */
  public ImmutableList<Section> list(String name, String example) {
    known.add(name);
    Node value = node.entries().get(name);
    if (value == null) {
      throw new ConfigException(
          where(name) + " is missing; it must be a list.", "Maybe add " + example + ".");
    }
    if (!(value instanceof Node.Sequence list) || list.items().isEmpty()) {
      String found = value instanceof Node.Sequence ? "an empty list" : value.kind();
      throw new ConfigException(
          where(name) + " is " + found + ", but must be a list of one entry or more.",
          "Maybe write " + example + ".");
    }
    ImmutableList.Builder<Section> sections = ImmutableList.builder();
    for (int i = 0; i < list.items().size(); i++) {
      String itemPath = path(name) + "[" + i + "]";
      if (!(list.items().get(i) instanceof Node.Mapping item)) {
        Node wrong = list.items().get(i);
        throw new ConfigException(
            wrong.where().of(itemPath) + " is " + wrong.kind() + ", but must be a group of keys.",
            "Maybe write " + example + ".");
      }
      sections.add(child(itemPath, item));
    }
    return sections.build();
  }

  private Section child(String childPath, Node.Mapping childNode) {
    Section section = new Section(childPath, childNode, notes, resolution);
    children.add(section);
    return section;
  }

  /**
   * A group of keys that another reader will understand: every value is recorded as it is written.
   *
   * @param meaning what the keys mean, for {@code show}
   */
  public Node.Mapping group(String name, String meaning) {
    Section group = section(name);
    group.recordAll(meaning);
    return group.node;
  }

  private void recordAll(String meaning) {
    node.entries()
        .forEach((key, value) -> {
          known.add(key);
          switch (value) {
            case Node.Scalar given ->
                record(key, given.text(), "", "a value", meaning, null, given);
            case Node.Mapping group -> child(path(key), group).recordAll(meaning);
            case Node.Sequence list ->
                throw new ConfigException(
                    list.where().of(path(key))
                        + " is a list, but must be a value or a group of keys.");
          }
        });
  }

  /** Whether the file has a list under a name. */
  public boolean hasList(String name) {
    return node.entries().get(name) instanceof Node.Sequence;
  }

  /** Names a key that the file may have and does not, for messages on unknown ones. */
  public void optional(String name) {
    known.add(name);
  }

  /** Whether the file has a key. */
  public boolean has(String name) {
    return node.entries().containsKey(name);
  }

  /**
   * Reads a parameter and records it.
   *
   * @param name key
   * @param type what is allowed
   * @param defaultText value where the file says nothing, or {@link #REQUIRED}
   * @param firmness how firm the default is
   * @param meaning what it means, for {@code show}
   */
  public <T> T read(
      String name, ValueType<T> type, String defaultText, Firmness firmness, String meaning) {
    Node.Scalar given = scalar(name, type.allowed(), defaultText);
    T standard = defaultText.isEmpty() ? null : type.parse(defaultText);
    T value =
        given == null && standard != null
            ? standard
            : parse(name, type, given == null ? defaultText : given.text(), defaultText);
    boolean asDefault = standard != null && standard.equals(value);
    String text = type.format(value);
    String standardText = standard == null ? "" : asDefault ? text : type.format(standard);
    record(name, text, standardText, type.allowed(), meaning, asDefault ? firmness : null, given);
    return value;
  }

  /**
   * Reads a parameter whose value {@code auto}, the default, is worked out from others.
   *
   * @param rule how {@code auto} is worked out, for {@code show}
   * @param automatic works it out
   */
  public <T> T readOrAuto(
      String name, ValueType<T> type, String rule, String meaning, Supplier<T> automatic) {
    Node.Scalar given = scalar(name, type.allowed() + ", or auto", "auto");
    boolean auto = given == null || given.text().equals("auto");
    T value = auto ? automatic.get() : parse(name, type, given == null ? "" : given.text(), "auto");
    String told = auto ? meaning + ", auto: " + rule : meaning;
    String allowed = type.allowed() + ", or auto";
    Firmness firmness = auto ? Firmness.ASSUMPTION : null;
    record(name, type.format(value), "auto", allowed, told, firmness, given);
    return value;
  }

  private void record(
      String name,
      String text,
      String defaultText,
      String allowed,
      String meaning,
      @Nullable Firmness firmness,
      Node.@Nullable Scalar given) {
    Notes.Note note = notes.about(path(name), given);
    Firmness word = note != null ? note.firmness() : firmness == null ? Firmness.GIVEN : firmness;
    String remark = note == null ? "" : note.remark();
    String origin = given == null ? "default" : given.where().of("");
    resolution.add(
        new Parameter(path(name), text, defaultText, allowed, meaning, word, remark, origin));
  }

  private Node.@Nullable Scalar scalar(String name, String allowed, String defaultText) {
    known.add(name);
    Node value = node.entries().get(name);
    if (value == null && defaultText.isEmpty()) {
      throw new ConfigException(
          where(name) + " is missing; it must be " + allowed + ".",
          "Maybe add \"" + name + ": …\" or --set " + path(name) + "=….");
    }
    if (value == null || value instanceof Node.Scalar) {
      return (Node.Scalar) value;
    }
    throw new ConfigException(
        where(name) + " is " + value.kind() + ", but must be " + allowed + ".",
        "Maybe leave out its brackets, or what is indented under it.");
  }

  private <T> T parse(String name, ValueType<T> type, String text, String defaultText) {
    try {
      return type.parse(text);
    } catch (IllegalArgumentException e) {
      throw bad(name, "must be " + type.allowed(), Advice.on(type, text, defaultText));
    }
  }

  /** An error about the value of a key: "must …" stands after its value. */
  public ConfigException bad(String name, String must, @Nullable String advice) {
    Node value = node.entries().get(name);
    String kind = value instanceof Node.Scalar s ? s.text() : value == null ? "" : value.kind();
    String is = kind.isEmpty() ? " is missing" : " is " + kind;
    return new ConfigException(where(name) + is + ", but " + must + ".", advice);
  }

  /** The place of a key, or of its group where the key is not written. */
  public String where(String name) {
    Node value = node.entries().get(name);
    return (value == null ? node.where() : value.where()).of(path(name));
  }

  /** Whether a key is written with a value of its own, which is not {@code auto}. */
  public boolean isGiven(String name) {
    return node.entries().get(name) instanceof Node.Scalar given && !given.text().equals("auto");
  }

  /** Name of the file in which a key is written; empty where it comes from the command line. */
  public String source(String name) {
    Node value = node.entries().get(name);
    Location where = value == null ? node.where() : value.where();
    return where.isInFile() ? where.source() : "";
  }

  /**
   * Ends the reading of a file.
   *
   * @throws ConfigException if it has a key that nothing read
   */
  public Resolution finish() {
    refuseUnknown();
    return resolution.build();
  }

  /** What the file has here that nothing has read, by key. */
  public ImmutableMap<String, Node> unread() {
    return node.entries().entrySet().stream()
        .filter(entry -> !known.contains(entry.getKey()))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void refuseUnknown() {
    for (Map.Entry<String, Node> entry : node.entries().entrySet()) {
      String key = entry.getKey();
      if (!known.contains(key)) {
        String owner = path.isEmpty() ? "the file" : path;
        String near = path.isEmpty() ? resolution.pathsEndingWith(key) : null;
        near = near == null ? Nearest.of(key, known) : near;
        throw new ConfigException(
            entry.getValue().where().of(path(key))
                + " is no key; "
                + owner
                + " has "
                + Joiner.on(", ").join(known)
                + ".",
            near == null ? "Maybe delete it." : "Maybe " + path(near) + " is meant.");
      }
    }
    children.forEach(Section::refuseUnknown);
  }
}
