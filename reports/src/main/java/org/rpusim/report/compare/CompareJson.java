package org.rpusim.report.compare;

import org.rpusim.report.folder.JsonText;

/** A comparison of runs as JSON. */
public final class CompareJson {
  private CompareJson() {}

  /**
   * The text: names of the runs, whether each is complete, keys that differ, figures; null where a
   * run lacks one.
   */
  public static String of(RunComparison comparison) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("runs");
      comparison.names().forEach(json::writeString);
      json.writeEndArray();
      json.writeArrayPropertyStart("complete");
      comparison.stopped().forEach(where -> json.writeBoolean(where.isEmpty()));
      json.writeEndArray();
      json.writeObjectPropertyStart("configuration");
      comparison
          .differences()
          .forEach((key, values) -> {
            json.writeArrayPropertyStart(key);
            values.forEach(json::writeString);
            json.writeEndArray();
          });
      json.writeEndObject();
      json.writeObjectPropertyStart("figures");
      comparison
          .figures()
          .forEach((path, values) -> {
            json.writeArrayPropertyStart(path);
            for (Double value : values) {
              if (value == null) {
                json.writeNull();
              } else {
                json.writeNumber(value);
              }
            }
            json.writeEndArray();
          });
      json.writeEndObject();
      json.writeEndObject();
    });
  }
}
