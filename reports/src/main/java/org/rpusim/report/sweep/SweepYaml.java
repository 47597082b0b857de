package org.rpusim.report.sweep;

import com.google.common.base.Ascii;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a sweep as the file that {@link SweepReader} reads back to the same. */
final class SweepYaml {
  private SweepYaml() {}

  static String of(Sweep sweep) {
    StringBuilder out = new StringBuilder();
    line(out, "name", sweep.name());
    if (!sweep.description().isEmpty()) {
      line(out, "description", sweep.description());
    }
    line(out, "workload", sweep.workload());
    line(out, "chip", sweep.chip());
    line(out, "design", Ascii.toLowerCase(sweep.design().name()).replace('_', '-'));
    if (sweep.samples() > 0) {
      line(out, "samples", String.valueOf(sweep.samples()));
      line(out, "sampleSeed", String.valueOf(sweep.sampleSeed()));
    }
    line(out, "seeds", String.valueOf(sweep.seeds()));
    if (!sweep.set().isEmpty()) {
      out.append("set: ").append(flow(sweep.set())).append('\n');
    }
    if (!sweep.axes().isEmpty()) {
      out.append("vary:\n");
      sweep.axes().forEach(axis -> out.append(axis(axis)));
    }
    maps(out, "points", sweep.points());
    maps(out, "hidden", sweep.hidden());
    texts(out, "objectives", sweep.objectives().stream().map(Objective::text).toList());
    texts(out, "remarks", sweep.remarks());
    return out.toString();
  }

  private static void line(StringBuilder out, String key, String value) {
    out.append(key).append(": ").append(quoted(value)).append('\n');
  }

  private static String axis(Axis axis) {
    String values =
        switch (axis.values()) {
          case Values.Span span -> quoted(span.text());
          case Values.Listed list ->
              list.all().stream()
                  .map(SweepYaml::quoted)
                  .collect(Collectors.joining(", ", "[", "]"));
        };
    return "  " + quoted(axis.name()) + ": " + values + "\n";
  }

  private static void maps(
      StringBuilder out, String key, List<? extends Map<String, String>> maps) {
    if (!maps.isEmpty()) {
      out.append(key).append(":\n");
      maps.forEach(map -> out.append("  - ").append(flow(map)).append('\n'));
    }
  }

  private static void texts(StringBuilder out, String key, List<String> texts) {
    if (!texts.isEmpty()) {
      out.append(key).append(":\n");
      texts.forEach(text -> out.append("  - ").append(quoted(text)).append('\n'));
    }
  }

  private static String flow(Map<String, String> map) {
    return map.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
