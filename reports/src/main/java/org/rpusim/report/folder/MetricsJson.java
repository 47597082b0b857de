package org.rpusim.report.folder;

import java.util.Arrays;
import java.util.Map;
import org.rpusim.core.stats.Metrics;
import tools.jackson.core.JsonGenerator;

/**
 * Metrics as JSON: a path of dotted names becomes nested objects, in alphabetical order; a number
 * is printed with the fewest digits that read back as the same double.
 */
public final class MetricsJson {
  private MetricsJson() {}

  /** The text of {@code metrics.json}, ending with a new line. */
  public static String of(Metrics metrics) {
    return JsonText.of(json -> write(json, metrics));
  }

  private static void write(JsonGenerator json, Metrics metrics) {
    json.writeStartObject();
    String[] open = new String[0];
    for (Map.Entry<String, Object> entry : metrics.values().entrySet()) {
      String[] names = entry.getKey().split("\\.", -1);
      int parents = names.length - 1;
      int common = commonParents(open, names);
      for (int i = open.length; i > common; i--) {
        json.writeEndObject();
      }
      for (int i = common; i < parents; i++) {
        json.writeName(names[i]);
        json.writeStartObject();
      }
      json.writeName(names[parents]);
      writeValue(json, entry.getValue());
      open = Arrays.copyOf(names, parents);
    }
    for (int i = open.length; i >= 0; i--) {
      json.writeEndObject();
    }
  }

  private static int commonParents(String[] open, String[] names) {
    int limit = StrictMath.min(open.length, names.length - 1);
    int common = 0;
    while (common < limit && open[common].equals(names[common])) {
      common++;
    }
    return common;
  }

  private static void writeValue(JsonGenerator json, Object value) {
    switch (value) {
      case Double number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      default -> json.writeString(value.toString());
    }
  }
}
