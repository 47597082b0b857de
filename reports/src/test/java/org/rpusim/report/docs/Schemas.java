package org.rpusim.report.docs;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The published schemas, from the tables of the documents that list keys and figures. */
final class Schemas {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.*) \\|$");
  private static final Pattern WHOLE = Pattern.compile("a whole number from (-?\\d+) to (\\d+).*");
  private static final Pattern LIMIT =
      Pattern.compile("(not below|not above|above|below) (-?[\\d.]+)(?= |,|$)");
  private static final Splitter CELLS = Splitter.on('|').trimResults();
  private static final ImmutableList<String> SCALARS =
      ImmutableList.of("string", "number", "boolean");
  private static final ImmutableMap<String, String> LIMITS =
      ImmutableMap.of(
          "not below", "minimum",
          "not above", "maximum",
          "above", "exclusiveMinimum",
          "below", "exclusiveMaximum");
  private static final ImmutableMap<String, Object> ANYTHING =
      ImmutableMap.of("description", "read elsewhere");

  private Schemas() {}

  /** Of chip files; a run's {@code config.yaml} is one too. */
  static String chip(Document files) {
    SchemaTree tree = new SchemaTree();
    tree.at("extends").value(text("name of the chip preset that this one says the difference to"));
    tree.at("notes").value(remarks());
    keys(files, tree, false);
    tree.at("device").value(text("name of a device preset"));
    tree.at("device.preset").value(text("name of a device preset that the other keys lie over"));
    tree.at("workload").value(ANYTHING);
    tree.at("run").value(ANYTHING);
    return tree.text("rpusim chip file");
  }

  /** Of workload files; a run's {@code config.yaml} is one too. */
  static String workload(Document files) {
    SchemaTree tree = new SchemaTree();
    tree.at("notes").value(remarks());
    keys(files, tree, true);
    SchemaTree chip = new SchemaTree();
    keys(files, chip, false);
    for (String group : groups(files)) {
      tree.at(group).value(ANYTHING);
    }
    tree.at("run").value(ANYTHING);
    return tree.text("rpusim workload file");
  }

  /** Of {@code metrics.json}. */
  static String metrics(Document glossary) {
    SchemaTree tree = new SchemaTree();
    String part = glossary.text().substring(glossary.text().indexOf("\n## metrics.json"));
    Matcher row = ROW.matcher(part.substring(0, part.indexOf("\n## ", 1)));
    while (row.find()) {
      List<String> cells = CELLS.splitToList(row.group(2));
      Map<String, Object> keywords = new LinkedHashMap<>();
      boolean quantity = !cells.getFirst().isEmpty();
      if (row.group(1).contains(".byEpoch.")) {
        keywords.put("type", "array");
        keywords.put("items", ImmutableMap.of("type", "integer"));
      } else {
        keywords.put("type", quantity ? "number" : SCALARS);
      }
      String unit = quantity ? ", " + cells.getFirst() : "";
      keywords.put("description", cells.getLast().replace("`", "") + unit);
      tree.at(row.group(1)).value(keywords);
    }
    return tree.text("rpusim metrics.json");
  }

  private static ImmutableList<String> groups(Document files) {
    return ROW.matcher(files.text())
        .results()
        .map(row -> row.group(1))
        .filter(key -> key.contains(".") && !key.startsWith("workload."))
        .map(key -> key.substring(0, key.indexOf('.')))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private static void keys(Document files, SchemaTree tree, boolean ofWorkload) {
    Matcher row = ROW.matcher(files.text());
    while (row.find()) {
      List<String> cells = CELLS.splitToList(row.group(2));
      String key = row.group(1);
      if (cells.size() == 4 && key.startsWith("workload.") == ofWorkload) {
        tree.at(key).orValue(keywords(cells.get(0), cells.get(1), cells.get(2)));
      }
    }
  }

  private static Map<String, Object> keywords(String standard, String allowed, String meaning) {
    Map<String, Object> keywords = new LinkedHashMap<>();
    Matcher whole = WHOLE.matcher(allowed);
    if (allowed.equals("one of true, false")) {
      keywords.put("enum", ImmutableList.of(true, false, "true", "false"));
    } else if (allowed.startsWith("one of ")) {
      String names = allowed.substring("one of ".length()).replace(", or ", ", ");
      keywords.put("enum", Splitter.on(", ").splitToList(names));
    } else if (whole.matches()) {
      keywords.put("type", ImmutableList.of("number", "string"));
      keywords.put("minimum", Long.valueOf(whole.group(1)));
      keywords.put("maximum", Long.valueOf(whole.group(2)));
    } else if (allowed.startsWith("a number")) {
      keywords.put("type", ImmutableList.of("number", "string"));
      LIMIT
          .matcher(allowed)
          .results()
          .forEach(limit ->
              keywords.put(
                  LIMITS.getOrDefault(limit.group(1), ""), Double.valueOf(limit.group(2))));
    } else {
      keywords.put("type", allowed.contains(" such as ") ? "string" : SCALARS);
    }
    keywords.put("description", meaning + "; " + allowed + "; default: " + standard);
    return keywords;
  }

  private static Map<String, Object> text(String description) {
    return ImmutableMap.of("type", "string", "description", description);
  }

  private static Map<String, Object> remarks() {
    return ImmutableMap.of(
        "type",
        "object",
        "additionalProperties",
        ImmutableMap.of("type", SCALARS),
        "description",
        "remarks by dotted path, which show prints");
  }
}
