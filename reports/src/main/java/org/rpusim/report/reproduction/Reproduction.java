package org.rpusim.report.reproduction;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.JsonFile;
import org.rpusim.report.folder.JsonText;
import org.rpusim.report.folder.WholeFile;
import org.rpusim.report.table.Csv;
import org.rpusim.report.table.Numbers;
import org.rpusim.report.table.TextTable;

/**
 * Many studies and what they found, read from the folders in which each left its results.
 *
 * @param command that made it
 * @param parts a study each, in the order in which they were run
 */
public record Reproduction(String command, ImmutableList<Part> parts) {
  private static final String MANIFEST = "reproduction.json";

  /** Whether a folder is one of many studies. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST));
  }

  /**
   * Writes down which studies a folder is of, each to be found in a folder of its name.
   *
   * @param command that the user gave
   * @param missing reasons of studies that could not be run, by name
   * @throws IOException if it cannot be written
   */
  public static void describe(
      Path folder, String command, List<String> studies, ImmutableMap<String, String> missing)
      throws IOException {
    String text =
        JsonText.of(json -> {
          json.writeStartObject();
          json.writeStringProperty("command", command);
          json.writeArrayPropertyStart("studies");
          for (String study : studies) {
            json.writeStartObject();
            json.writeStringProperty("name", study);
            json.writeStringProperty("missing", missing.getOrDefault(study, ""));
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
    WholeFile.write(folder.resolve(MANIFEST), text);
  }

  /**
   * Reads what the studies of a folder left.
   *
   * @throws ConfigException if a file is not as rpusim writes it
   */
  public static Reproduction read(Path folder) {
    ImmutableMap<String, Object> manifest = JsonFile.read(folder.resolve(MANIFEST));
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    for (int i = 0; manifest.get("studies[" + i + "].name") instanceof String name; i++) {
      Path at = folder.resolve(name);
      if (!folder.equals(at.getParent())) {
        throw new ConfigException(folder.resolve(MANIFEST) + " names a study " + name + ".");
      }
      Object reason = manifest.getOrDefault("studies[" + i + "].missing", "");
      parts.add(PartReader.read(at, name, String.valueOf(reason)));
    }
    return new Reproduction(String.valueOf(manifest.get("command")), parts.build());
  }

  /**
   * Writes {@code report.html}, {@code reproduction.md} and {@code comparison.csv}; the same
   * results give the same bytes.
   *
   * @param folder the one that was read
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder) throws IOException {
    WholeFile.write(folder.resolve("comparison.csv"), csv());
    WholeFile.write(folder.resolve("reproduction.md"), ReproductionDocument.of(this));
    WholeFile.write(folder.resolve("report.html"), ReproductionReport.of(this, folder));
  }

  /** Whether a folder holds what one study found. */
  public static boolean isStudy(Path folder) {
    return Files.isRegularFile(folder.resolve(PartReader.RESULTS));
  }

  /**
   * Writes {@code report.html} of one study into its folder.
   *
   * @throws IOException if it cannot be written
   */
  public static void writeStudy(Path folder) throws IOException {
    Part part = PartReader.read(folder, "", "");
    WholeFile.write(folder.resolve("report.html"), ReproductionReport.of(part, folder));
  }

  private String csv() {
    Csv csv = new Csv();
    csv.line(
        List.of(
            "study",
            "panel",
            "label",
            "measured",
            "published",
            "firmness",
            "difference",
            "verdict",
            "note"));
    for (Part part : parts) {
      for (Row row : part.rows()) {
        csv.line(
            List.of(
                part.name(),
                row.panel(),
                row.label().strip(),
                row.measured(),
                row.published(),
                row.firmness(),
                row.difference(),
                row.verdict(),
                row.note()));
      }
    }
    return csv.toString();
  }

  /** A line a study, for people. */
  public String table() {
    TextTable table = new TextTable("  ");
    table.row("study", "references", "wall time");
    for (Part part : parts) {
      String time = part.missing().isEmpty() ? Numbers.duration(part.wallSeconds()) : "";
      table.row(part.name(), part.summary(), time);
    }
    return table.toString();
  }

  /** The commits that the runs were made with. */
  ImmutableSet<String> commits() {
    return parts.stream()
        .filter(part -> part.missing().isEmpty())
        .map(Part::commit)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** What the runs were made with and how, in sentences. */
  ImmutableList<String> provenance() {
    List<String> sentences = new ArrayList<>();
    sentences.add("Written by `" + command + "`.");
    ImmutableSet<String> versions =
        parts.stream()
            .filter(part -> part.missing().isEmpty())
            .map(Part::version)
            .collect(ImmutableSet.toImmutableSet());
    sentences.add(
        "The runs were made with rpusim %s, commit %s."
            .formatted(String.join(", ", versions), String.join(", ", commits())));
    return ImmutableList.copyOf(sentences);
  }
}
