package org.rpusim.report.reproduction;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.JsonFile;

/** Reads the folder of a study: {@code results.json} and {@code wallclock.json}. */
final class PartReader {
  static final String RESULTS = "results.json";
  private static final String LEFT_OUT = "leftOut.";
  private final Path file;
  private final ImmutableMap<String, Object> values;

  private PartReader(Path file) {
    this.file = file;
    this.values = JsonFile.read(file);
  }

  /**
   * What a study found, or that there is nothing.
   *
   * @param reason why there may be nothing; empty for none
   * @throws ConfigException if its results are not as rpusim writes them
   */
  static Part read(Path folder, String name, String reason) {
    Path file = folder.resolve(RESULTS);
    if (!Files.isRegularFile(file)) {
      return Part.missing(name, reason.isEmpty() ? "not run" : reason);
    }
    Path clock = folder.resolve("wallclock.json");
    return new PartReader(file)
        .part(Files.isRegularFile(clock) ? JsonFile.read(clock) : ImmutableMap.of());
  }

  private Part part(ImmutableMap<String, Object> clock) {
    Object seconds = clock.getOrDefault("wallSeconds", 0.0);
    return new Part(
        text("study"),
        "",
        text("description"),
        text("source"),
        text("scale"),
        text("unit"),
        text("version"),
        String.valueOf(clock.getOrDefault("commit", "unknown")),
        seconds instanceof Number number ? number.doubleValue() : 0,
        rows(),
        orders(),
        problems(),
        remarks());
  }

  private ImmutableList<Row> rows() {
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (int i = 0; values.containsKey("comparisons[" + i + "].panel"); i++) {
      String path = "comparisons[" + i + "].";
      rows.add(
          new Row(
              text(path + "panel"),
              text(path + "text.label"),
              text(path + "text.measured"),
              text(path + "text.published"),
              optional(path + "firmness"),
              text(path + "text.difference"),
              text(path + "verdict"),
              optional(path + "note")));
    }
    return rows.build();
  }

  private ImmutableList<Order> orders() {
    ImmutableList.Builder<Order> orders = ImmutableList.builder();
    for (int i = 0; values.containsKey("orderings[" + i + "].panel"); i++) {
      String path = "orderings[" + i + "].";
      boolean holds = Boolean.TRUE.equals(values.get(path + "holds"));
      orders.add(new Order(text(path + "panel"), text(path + "text"), holds));
    }
    return orders.build();
  }

  private ImmutableList<String> problems() {
    ImmutableList.Builder<String> problems = ImmutableList.builder();
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      if (entry.getKey().startsWith(LEFT_OUT)) {
        String point = entry.getKey().substring(LEFT_OUT.length());
        problems.add("Left out: " + point + ". " + entry.getValue());
      }
    }
    for (int i = 0; values.containsKey("failures[" + i + "].point"); i++) {
      String path = "failures[" + i + "].";
      problems.add(
          "Failed: %s, seed %s. %s"
              .formatted(text(path + "point"), values.get(path + "seed"), text(path + "reason")));
    }
    return problems.build();
  }

  private ImmutableList<String> remarks() {
    ImmutableList.Builder<String> remarks = ImmutableList.builder();
    for (int i = 0; values.containsKey("remarks[" + i + "]"); i++) {
      remarks.add(text("remarks[" + i + "]"));
    }
    return remarks.build();
  }

  private String optional(String path) {
    return values.containsKey(path) ? text(path) : "";
  }

  private String text(String path) {
    if (values.get(path) instanceof String text) {
      return text;
    }
    throw new ConfigException(
        file + ": " + path + " is missing; these are no results of a study of this version.",
        "Maybe write them again: rpusim reproduce --resume.");
  }
}
