package org.rpusim.chip.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
  private final Faults faults;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Section> children = new ArrayList<>();

  private Section(
      String path, Node.Mapping node, Notes notes, Resolution.Builder resolution, Faults faults) {
    this.faults = faults;
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
    return root(file, ignored, new Faults(/* goOn= */ false));
  }

  /**
   * Reads the whole of a file. Values that are wrong or missing do not end the reading: all that
   * can be found by itself is told, see {@link ConfigException#all}.
   *
   * @param ignored top-level keys that another reader takes care of
   * @param reader what it holds; whatever it throws after such a value may follow from that value
   * @throws ConfigException if anything in it is wrong, or nothing read one of its keys
   */
  public static <T> Configured<T> read(
      Node.Mapping file, Set<String> ignored, Function<Section, T> reader) {
    Faults faults = new Faults(/* goOn= */ true);
    Section root = root(file, ignored, faults);
    try {
      T spec = reader.apply(root);
      return new Configured<>(spec, root.finish());
    } catch (RuntimeException e) {
      throw faults.isEmpty() ? e : faults.together();
    }
  }

  private static Section root(Node.Mapping file, Set<String> ignored, Faults faults) {
    Section root = new Section("", file, Notes.of(file), new Resolution.Builder(), faults);
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
      String advice = "Maybe indent its keys under \"" + name + ":\".";
      throw faults.add(value.where(), KeyErrors.noGroup(where(name), value, advice));
    }
    // A group that the file lacks stands where its parent does, for messages on missing keys.
    Node.Mapping none = new Node.Mapping(ImmutableMap.of(), node.where());
    return child(path(name), value instanceof Node.Mapping mapping ? mapping : none);
  }

  /** The groups of keys that a list under a name holds; there must be one or more. */
  public ImmutableList<Section> list(String name, String example) {
    known.add(name);
    Node value = node.entries().get(name);
    if (!(value instanceof Node.Sequence list) || list.items().isEmpty()) {
      throw faults.add(location(name), KeyErrors.noList(where(name), value, example));
    }
    ImmutableList.Builder<Section> sections = ImmutableList.builder();
    for (int i = 0; i < list.items().size(); i++) {
      String itemPath = path(name) + "[" + i + "]";
      if (!(list.items().get(i) instanceof Node.Mapping item)) {
        Node wrong = list.items().get(i);
        String advice = "Maybe write " + example + ".";
        throw faults.add(
            wrong.where(), KeyErrors.noGroup(wrong.where().of(itemPath), wrong, advice));
      }
      sections.add(child(itemPath, item));
    }
    return sections.build();
  }

  private Section child(String childPath, Node.Mapping childNode) {
    Section section = new Section(childPath, childNode, notes, resolution, faults);
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
                throw faults.add(list.where(), KeyErrors.unexpectedList(where(key)));
          }
        });
  }

  /** Whether the file has a list under a name. */
  public boolean hasList(String name) {
    return node.entries().get(name) instanceof Node.Sequence;
  }

  /** Names a key that the file may have and does not. */
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
    if (defaultText.isEmpty() && !has(name)) {
      known.add(name);
      String allowed = type.allowed();
      ConfigException error = KeyErrors.missing(where(name), name, path(name), allowed);
      return faults.standIn(node.where(), error, type, REQUIRED);
    }
    Node.Scalar given = scalar(name, type.allowed());
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
    Node.Scalar given = scalar(name, type.allowed() + ", or auto");
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

  private Node.@Nullable Scalar scalar(String name, String allowed) {
    known.add(name);
    Node value = node.entries().get(name);
    if (value == null || value instanceof Node.Scalar) {
      return (Node.Scalar) value;
    }
    throw faults.add(value.where(), KeyErrors.noValue(where(name), value, allowed));
  }

  private <T> T parse(String name, ValueType<T> type, String text, String defaultText) {
    try {
      return type.parse(text);
    } catch (IllegalArgumentException e) {
      ConfigException error =
          bad(name, "must be " + type.allowed(), Advice.on(type, text, defaultText));
      return faults.standIn(location(name), error, type, defaultText);
    }
  }

  /** An error about the value of a key: "must …" stands after its value. */
  public ConfigException bad(String name, String must, @Nullable String advice) {
    return KeyErrors.bad(where(name), node.entries().get(name), must, advice);
  }

  /** The place of a key, or of its group where the key is not written. */
  public String where(String name) {
    return location(name).of(path(name));
  }

  private Location location(String name) {
    Node value = node.entries().get(name);
    return value == null ? node.where() : value.where();
  }

  /** Whether a key is written with a value of its own, which is not {@code auto}. */
  public boolean isGiven(String name) {
    return node.entries().get(name) instanceof Node.Scalar given && !given.text().equals("auto");
  }

  /** Name of the file in which a key is written; empty where it comes from the command line. */
  public String source(String name) {
    Location where = location(name);
    return where.isInFile() ? where.source() : "";
  }

  /**
   * Ends the reading of a file.
   *
   * @throws ConfigException if it has a key that nothing read
   */
  public Resolution finish() {
    findUnknown();
    if (!faults.isEmpty()) {
      throw faults.together();
    }
    return resolution.build();
  }

  /** What the file has here that nothing has read, by key. */
  public ImmutableMap<String, Node> unread() {
    return node.entries().entrySet().stream()
        .filter(entry -> !known.contains(entry.getKey()))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void findUnknown() {
    unread()
        .forEach((key, value) -> {
          String above = path.isEmpty() ? resolution.pathsEndingWith(key) : null;
          String near = above == null ? Nearest.of(key, known) : above;
          String meant = near == null ? null : path(near);
          faults.add(value.where(), KeyErrors.unknown(where(key), path, known, meant));
        });
    children.forEach(Section::findUnknown);
  }
}
