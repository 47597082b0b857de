package org.rpusim.report.study;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.Version;
import org.rpusim.report.folder.JsonText;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.Statistics.Interval;
import tools.jackson.core.JsonGenerator;

/** The text of {@code results.json}. */
final class StudyJson {
  private StudyJson() {}

  static String of(StudyResult result) {
    return JsonText.of(json -> {
      Scale scale = result.plan().scale();
      json.writeStartObject();
      json.writeStringProperty("study", result.plan().study().name());
      json.writeStringProperty("description", result.plan().study().description());
      json.writeStringProperty("source", result.plan().study().source());
      json.writeStringProperty("scale", ScaleText.of(result));
      json.writeStringProperty("unit", result.plan().study().unit());
      json.writeStringProperty("version", Version.current());
      json.writeBooleanProperty("complete", result.complete());
      json.writeBooleanProperty("quick", result.quick());
      json.writeNumberProperty("epochs", scale.epochs());
      json.writeNumberProperty("samples", scale.samples());
      json.writeNumberProperty("seeds", scale.seeds());
      json.writeStringProperty("figure", result.plan().study().figure());
      json.writeArrayPropertyStart("comparisons");
      Comparison.of(result).forEach(row -> write(json, result, row));
      json.writeEndArray();
      json.writeArrayPropertyStart("orderings");
      Ordering.of(result).forEach(ordering -> write(json, result, ordering));
      json.writeEndArray();
      writeProblems(json, result);
      json.writeArrayPropertyStart("remarks");
      result.plan().study().remarks().forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void write(JsonGenerator json, StudyResult result, Comparison row) {
    json.writeStartObject();
    json.writeStringProperty("panel", row.panel().heading());
    json.writeStringProperty("point", row.point().name());
    json.writeStringProperty("label", row.point().label());
    write(json, "figure", row.figure());
    write(json, "penalty", row.penalty());
    Expectation expectation = row.expectation();
    if (expectation != null) {
      json.writeStringProperty("reference", expectation.text());
      String from = expectation.from();
      if (from != null) {
        json.writeStringProperty("from", from);
      }
      FurtherFigure own = expectation.figure();
      if (own != null) {
        json.writeStringProperty("ofFigure", own.path());
      }
      json.writeStringProperty("note", expectation.note());
      json.writeStringProperty("firmness", expectation.firmness().word());
      write(json, "compared", row.compared());
      Double deviation = row.deviation();
      if (deviation != null) {
        json.writeNumberProperty("difference", deviation);
      }
    }
    json.writeStringProperty("verdict", row.verdict().words());
    writeTexts(json, ComparisonText.of(result, row));
    json.writeEndObject();
  }

  /** As people read them: reports of many studies show these. */
  private static void writeTexts(JsonGenerator json, ComparisonText texts) {
    json.writeObjectPropertyStart("text");
    json.writeStringProperty("label", texts.label());
    json.writeStringProperty("measured", texts.measured());
    json.writeStringProperty("penalty", texts.penalty());
    json.writeStringProperty("published", texts.published());
    json.writeStringProperty("difference", texts.difference());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, @Nullable Interval interval) {
    if (interval == null) {
      return;
    }
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("mean", interval.mean());
    if (interval.count() > 1) {
      json.writeNumberProperty("halfWidth", interval.halfWidth());
    }
    json.writeNumberProperty("seeds", interval.count());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, StudyResult result, Ordering ordering) {
    json.writeStartObject();
    json.writeStringProperty("panel", ordering.panel().heading());
    json.writeArrayPropertyStart("worstFirst");
    ordering.labels().forEach(json::writeString);
    json.writeEndArray();
    json.writeBooleanProperty("holds", ordering.holds());
    json.writeStringProperty("text", ordering.text(result));
    json.writeEndObject();
  }

  private static void writeProblems(JsonGenerator json, StudyResult result) {
    json.writeObjectPropertyStart("leftOut");
    for (Map.Entry<String, String> left : result.plan().leftOut().entrySet()) {
      json.writeStringProperty(left.getKey(), left.getValue());
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("failures");
    for (PointResult run : result.results()) {
      if (!run.succeeded()) {
        json.writeStartObject();
        json.writeStringProperty("point", run.point());
        json.writeNumberProperty("seed", run.seed());
        json.writeStringProperty("reason", run.failure());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }
}
