package org.rpusim.report.study;

import java.util.Map;
import org.rpusim.report.folder.JsonText;
import tools.jackson.core.JsonGenerator;

/** A run of a study as JSON. */
final class PointJson {
  private PointJson() {}

  static String of(PointResult result) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringProperty("point", result.point());
      json.writeNumberProperty("seed", result.seed());
      json.writeStringProperty("fingerprint", result.fingerprint());
      json.writeStringProperty("failure", result.failure());
      json.writeObjectPropertyStart("figures");
      for (Map.Entry<String, Double> figure : result.figures().entrySet()) {
        json.writeNumberProperty(figure.getKey(), figure.getValue());
      }
      json.writeEndObject();
      json.writeArrayPropertyStart("epochs");
      result.epochs().forEach(epoch -> write(json, epoch));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void write(JsonGenerator json, PointResult.Epoch epoch) {
    json.writeStartObject();
    json.writeNumberProperty("epoch", epoch.epoch());
    json.writeNumberProperty("testErrorPercent", epoch.testErrorPercent());
    json.writeNumberProperty("trainLoss", epoch.trainLoss());
    json.writeEndObject();
  }
}
