package org.rpusim.report.point;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.JsonFile;
import org.rpusim.report.folder.JsonText;
import tools.jackson.core.JsonGenerator;

/** A run of a study as JSON. */
final class PointJson {
  private static final String FIGURES = "figures.";

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

  /**
   * Reads a run.
   *
   * @throws ConfigException if the file is no run of a study
   */
  static PointResult read(Path file) {
    return of(file, JsonFile.read(file));
  }

  /**
   * As {@link #read}, of a text.
   *
   * @param source what the text is called in messages
   */
  static PointResult parse(String source, String text) {
    return of(source, JsonFile.parse(source, text));
  }

  private static PointResult of(Object file, ImmutableMap<String, Object> values) {
    ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
    values.forEach((path, value) -> {
      if (path.startsWith(FIGURES)) {
        figures.put(path.substring(FIGURES.length()), number(file, path, value));
      }
    });
    ImmutableList.Builder<PointResult.Epoch> epochs = ImmutableList.builder();
    for (int i = 0; values.containsKey("epochs[" + i + "].epoch"); i++) {
      String path = "epochs[" + i + "].";
      epochs.add(
          new PointResult.Epoch(
              (int) number(file, path + "epoch", values.get(path + "epoch")),
              number(file, path, values.get(path + "testErrorPercent")),
              number(file, path, values.get(path + "trainLoss"))));
    }
    return new PointResult(
        text(file, values, "point"),
        (long) number(file, "seed", values.get("seed")),
        text(file, values, "fingerprint"),
        text(file, values, "failure"),
        figures.buildOrThrow(),
        epochs.build());
  }

  private static double number(Object file, String path, @Nullable Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw noRun(file, path);
  }

  private static String text(Object file, ImmutableMap<String, Object> values, String key) {
    if (values.get(key) instanceof String text) {
      return text;
    }
    throw noRun(file, key);
  }

  private static ConfigException noRun(Object file, String path) {
    return new ConfigException(
        file + ": " + path + " is missing or wrong; this is no run of a study.",
        "Maybe delete the file and go on with --resume.");
  }
}
