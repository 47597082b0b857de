package org.rpusim.report.sweep;

import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Section.REQUIRED;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.report.point.DefaultChip;
import org.rpusim.report.point.MisplacedKeys;

/** Reads a sweep's file. */
public final class SweepReader {
  private static final ImmutableSet<String> OWN =
      ImmutableSet.of("set", "vary", "points", "hidden", "objectives", "remarks");
  private static final int MOST_SAMPLES = 1_000_000;

  private final Node.Mapping file;

  private SweepReader(Node.Mapping file) {
    this.file = file;
  }

  /**
   * Reads a sweep; chip and workload are named in it, and not looked at here.
   *
   * @param defaultName name of a sweep that gives itself none
   * @throws ConfigException if anything in it is wrong
   */
  public static SweepRequest read(Node.Mapping file, String defaultName) {
    Section s = Section.root(file, OWN);
    SweepReader reader = new SweepReader(file);
    SweepRequest request = new SweepRequest();
    request.name = s.read("name", text(), defaultName, GIVEN, "name");
    request.description =
        s.has("description") ? s.read("description", text(), REQUIRED, GIVEN, "one line") : "";
    request.workload = s.read("workload", text(), REQUIRED, GIVEN, "preset or file");
    String chip = s.read("chip", text(), DefaultChip.NAME, GIVEN, "preset or file");
    request.chip = s.has("chip") ? chip : null;
    request.design =
        s.has("design")
            ? s.read("design", choice(Design.class), REQUIRED, GIVEN, "how points are chosen")
            : null;
    request.samples = s.read("samples", integer(0, MOST_SAMPLES), "0", GIVEN, "points drawn");
    request.sampleSeed =
        s.read("sampleSeed", integer(0, Integer.MAX_VALUE), "1", GIVEN, "of draws");
    request.seeds = s.read("seeds", integer(1, 10_000), "1", GIVEN, "seeds of each point");
    refuseKeysOfOthers(s, request);
    s.finish();
    request.set.putAll(reader.scalars(file, "set"));
    reader.axes().forEach(request::vary);
    request.points = reader.maps("points");
    request.hidden = reader.maps("hidden");
    reader.texts("objectives").forEach(text -> request.objectives.add(Objective.read(text)));
    request.remarks = ImmutableList.copyOf(reader.texts("remarks"));
    return request;
  }

  /** Keys of chip and workload stand under {@code set} or {@code vary}. */
  private static void refuseKeysOfOthers(Section s, SweepRequest request) {
    s.unread()
        .forEach((key, value) -> {
          String path =
              key.indexOf('.') > 0
                  ? key
                  : MisplacedKeys.pathOf(key, request.chip(), request.workload);
          if (path != null) {
            throw new ConfigException(
                value.where().of(key)
                    + " is no key of a sweep; those of chip and workload stand under set or vary.",
                "Maybe write set: {" + path + ": …}, or vary: {" + path + ": …}.");
          }
        });
  }

  /** Reads the file that a sweep's folder keeps. */
  static SweepRequest read(Path path) {
    if (!Files.exists(path)) {
      throw new ConfigException(
          path.getParent() + " is no folder of a sweep: it has no " + path.getFileName() + ".",
          "Maybe another folder is meant, or leave out --resume.");
    }
    return read(YamlReader.readFile(path), "sweep");
  }

  private List<Axis> axes() {
    List<Axis> axes = new ArrayList<>();
    Node vary = file.entries().get("vary");
    if (vary == null) {
      return axes;
    }
    if (!(vary instanceof Node.Mapping keys)) {
      throw new ConfigException(
          vary.where().of("vary") + " is " + vary.kind() + ", but must be a group of keys.",
          "Maybe write vary: {adc.bits: 6..10}.");
    }
    keys.entries().forEach((key, value) -> axes.add(axis(value.where().of("vary:"), key, value)));
    return axes;
  }

  private static Axis axis(String place, String key, Node value) {
    return switch (value) {
      case Node.Scalar scalar -> ValuesReader.axis(place, key, scalar.text());
      case Node.Sequence list -> {
        List<String> texts = new ArrayList<>();
        list.items().forEach(item -> texts.add(scalar(item, "vary." + key).text()));
        yield ValuesReader.axis(place, key, String.join(",", texts));
      }
      case Node.Mapping map ->
          throw new ConfigException(
              map.where().of("vary." + key) + " is a group of keys, but must be values.",
              "Maybe write the whole path as the key, such as tile.rows: [512, 1024].");
    };
  }

  private ImmutableMap<String, String> scalars(Node.Mapping owner, String name) {
    Node group = owner.entries().get(name);
    if (group == null) {
      return ImmutableMap.of();
    }
    if (!(group instanceof Node.Mapping keys)) {
      throw new ConfigException(
          group.where().of(name) + " is " + group.kind() + ", but must be a group of keys.",
          "Maybe write " + name + ": {adc.bits: 8}.");
    }
    return values(keys, name);
  }

  private static ImmutableMap<String, String> values(Node.Mapping keys, String name) {
    Map<String, String> values = new LinkedHashMap<>();
    keys.entries().forEach((key, value) -> values.put(key, scalar(value, name + "." + key).text()));
    return ImmutableMap.copyOf(values);
  }

  private ImmutableList<ImmutableMap<String, String>> maps(String name) {
    ImmutableList.Builder<ImmutableMap<String, String>> maps = ImmutableList.builder();
    for (Node item : items(name)) {
      if (!(item instanceof Node.Mapping keys)) {
        throw new ConfigException(
            item.where().of(name) + " has " + item.kind() + ", but each entry must be keys.",
            "Maybe write - {tile.rows: 512, adc.bits: 8}.");
      }
      maps.add(values(keys, name));
    }
    return maps.build();
  }

  private List<String> texts(String name) {
    return items(name).stream().map(item -> scalar(item, name).text()).toList();
  }

  private ImmutableList<Node> items(String name) {
    Node list = file.entries().get(name);
    if (list == null) {
      return ImmutableList.of();
    }
    if (!(list instanceof Node.Sequence sequence)) {
      throw new ConfigException(
          list.where().of(name) + " is " + list.kind() + ", but must be a list.",
          "Maybe write it in brackets: " + name + ": […].");
    }
    return sequence.items();
  }

  private static Node.Scalar scalar(Node node, String name) {
    if (node instanceof Node.Scalar scalar) {
      return scalar;
    }
    throw new ConfigException(
        node.where().of(name) + " is " + node.kind() + ", but must be a single value.",
        "Maybe write it in quotes.");
  }
}
