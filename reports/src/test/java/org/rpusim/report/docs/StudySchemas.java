package org.rpusim.report.docs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rpusim.chip.config.Firmness;
import org.rpusim.chip.config.ValueType;
import org.rpusim.chip.config.ValueTypes;
import org.rpusim.report.study.Expectation;
import org.rpusim.report.sweep.Design;

/** The published schemas of the files of {@code reproduce} and {@code sweep}. */
final class StudySchemas {
  private static final ImmutableList<String> SCALARS =
      ImmutableList.of("string", "number", "boolean");

  private StudySchemas() {}

  /** Of a study's file. */
  static String study() {
    SchemaTree tree = new SchemaTree();
    tree.at("name").value(text("in tables and folders; default: the file's name"));
    tree.at("description").value(text("one line for lists"));
    tree.at("source").value(text("the publication; none for studies of one's own"));
    tree.at("workload").value(text("workload, preset or file"));
    tree.at("chip").value(text("chip, preset or file; default: gokmen2016-design2"));
    tree.at("figure")
        .value(
            text("figure of metrics.json that is compared, in % or, where it ends in Nats, nats"));
    tree.at("figures[i].path").value(text("further figure of metrics.json that is shown"));
    tree.at("figures[i].label").value(text("what it is called"));
    tree.at("figures[i].unit").value(text("base unit; default: that of its path"));
    tree.at("baseline").value(text("point that every panel shows, and that is subtracted"));
    for (String scale : ImmutableList.of("full", "quick")) {
      tree.at(scale + ".epochs").value(count("epochs of a run, or all"));
      tree.at(scale + ".samples").value(count("samples of an epoch, or all"));
      tree.at(scale + ".seeds").value(whole("seeds of each point", 1, 1000));
    }
    tree.at("runSeconds").value(number("wall time of a run at full scale, s"));
    tree.at("quickRunSeconds").value(number("wall time of a run at quick scale, s"));
    tree.at("remarks[i].remark").value(text("sentence below the table"));
    tree.at("set").value(keys("keys of chip and workload, for all points"));
    panel(tree, "panels[i].");
    return tree.text("rpusim study file, for reproduce");
  }

  private static void panel(SchemaTree tree, String panel) {
    tree.at(panel + "name").value(text("short, for --only"));
    tree.at(panel + "title").value(text("what differs between its points"));
    tree.at(panel + "ordered").value(flag("points are listed from the worst to the best"));
    tree.at(panel + "workload").value(text("workload of its points; default: the study's"));
    tree.at(panel + "chip").value(text("chip of its points; default: the study's"));
    tree.at(panel + "set").value(keys("keys of chip and workload, for its points"));
    String point = panel + "points[i].";
    tree.at(point + "name").value(text("letters, digits, dots and dashes; unique in the study"));
    tree.at(point + "label").value(text("in tables and charts; default: the name"));
    tree.at(point + "inherit").value(flag("takes what study and panel set; default: true"));
    tree.at(point + "optional").value(flag("left out where a key is unknown; default: false"));
    tree.at(point + "effort").value(number("run time relative to other points; default: 1"));
    tree.at(point + "set").value(keys("keys of chip and workload, for this point"));
    String expect = point + "expect[i].";
    tree.at(expect + "figure").value(text("figure that the reference is of; default: the study's"));
    tree.at(expect + "label").value(text("what that figure is called"));
    tree.at(expect + "unit").value(text("its base unit; default: that of its path"));
    tree.at(expect + "from").value(text("point whose figure is subtracted first"));
    tree.at(expect + "is").value(oneOf("how it is compared", Expectation.Kind.class));
    tree.at(expect + "value").value(anyNumber("published value"));
    tree.at(expect + "tolerance").value(number("what still agrees; for about alone"));
    tree.at(expect + "firmness").value(oneOf("how firm it is", Firmness.class));
    tree.at(expect + "atAnyScale").value(flag("judged in shorter runs too; default: false"));
    tree.at(expect + "note").value(text("where it comes from, or what it leaves out"));
  }

  /** Of a sweep's file; {@code sweep.yaml} of a sweep's folder is one too. */
  static String sweep() {
    SchemaTree tree = new SchemaTree();
    tree.at("name").value(text("in tables and folders; default: the file's name"));
    tree.at("description").value(text("one line"));
    tree.at("workload").value(text("workload, preset or file"));
    tree.at("chip").value(text("chip, preset or file; default: gokmen2016-design2"));
    tree.at("design")
        .value(
            oneOf(
                "how points are chosen; default: grid, or list where points are given",
                Design.class));
    tree.at("samples").value(whole("points drawn", 0, 1_000_000));
    tree.at("sampleSeed").value(whole("seed of the draws", 0, Integer.MAX_VALUE));
    tree.at("seeds").value(whole("seeds of each point", 1, 10_000));
    tree.at("set").value(keys("keys of chip and workload, for all points"));
    tree.at("vary")
        .value(
            ImmutableMap.of(
                "type",
                "object",
                "additionalProperties",
                ImmutableMap.of(
                    "type",
                    ImmutableList.of("string", "number", "boolean", "array"),
                    "items",
                    ImmutableMap.of("type", SCALARS)),
                "description",
                "values by key: 6..10, or [3, 6, 12], or 20 ns..80 ns in 4"));
    for (String list : ImmutableList.of("points", "hidden")) {
      tree.at(list)
          .value(
              ImmutableMap.of(
                  "type",
                  "array",
                  "items",
                  keys("keys of a point; label is a name"),
                  "description",
                  list.equals("points")
                      ? "points of a list"
                      : "what a ready study sets beside the keys it shows, point by point"));
    }
    for (String list : ImmutableList.of("objectives", "remarks")) {
      tree.at(list)
          .value(
              ImmutableMap.of(
                  "type",
                  "array",
                  "items",
                  ImmutableMap.of("type", "string"),
                  "description",
                  list.equals("remarks")
                      ? "sentences for tables and pages"
                      : "figures of metrics.json that the front is of; min:PATH, max:PATH"));
    }
    return tree.text("rpusim sweep file");
  }

  private static Map<String, Object> text(String description) {
    return ImmutableMap.of("type", SCALARS, "description", description);
  }

  private static Map<String, Object> keys(String description) {
    return ImmutableMap.of(
        "type",
        "object",
        "additionalProperties",
        ImmutableMap.of("type", SCALARS),
        "description",
        description);
  }

  private static Map<String, Object> flag(String description) {
    return ImmutableMap.of(
        "enum", ImmutableList.of(true, false, "true", "false"), "description", description);
  }

  private static <E extends Enum<E>> Map<String, Object> oneOf(String description, Class<E> type) {
    ValueType<E> words = ValueTypes.choice(type);
    ImmutableList<String> all =
        Arrays.stream(type.getEnumConstants())
            .map(words::format)
            .collect(ImmutableList.toImmutableList());
    return ImmutableMap.of("enum", all, "description", description);
  }

  private static Map<String, Object> anyNumber(String description) {
    return ImmutableMap.of(
        "type", ImmutableList.of("number", "string"), "description", description);
  }

  private static Map<String, Object> number(String description) {
    Map<String, Object> keywords = new LinkedHashMap<>(anyNumber(description));
    keywords.put("minimum", 0.0);
    return keywords;
  }

  private static Map<String, Object> count(String description) {
    Map<String, Object> keywords = new LinkedHashMap<>(anyNumber(description));
    keywords.put("minimum", 1L);
    return keywords;
  }

  private static Map<String, Object> whole(String description, long least, long most) {
    Map<String, Object> keywords = new LinkedHashMap<>(anyNumber(description));
    keywords.put("minimum", least);
    keywords.put("maximum", most);
    return keywords;
  }
}
