package org.rpusim.report.reproduction;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.report.html.Charts;
import org.rpusim.report.html.ReproductionPage;
import org.rpusim.report.html.ReproductionPage.Section;
import org.rpusim.report.html.ReproductionPage.Table;
import org.rpusim.report.table.Numbers;

/** The page of many studies. */
final class ReproductionReport {
  private ReproductionReport() {}

  static String of(Reproduction reproduction, Path folder) throws IOException {
    ImmutableList.Builder<Section> sections = ImmutableList.builder();
    for (Part part : reproduction.parts()) {
      if (part.missing().isEmpty()) {
        sections.add(section(part, folder.resolve(part.name())));
      }
    }
    List<String> opening = new ArrayList<>();
    reproduction.provenance().forEach(sentence -> opening.add(sentence.replace("`", "")));
    opening.addAll(Legend.SENTENCES);
    return ReproductionPage.of(
        "What of the papers is reproduced",
        ImmutableList.copyOf(opening),
        overview(reproduction),
        sections.build());
  }

  /** The page of one study alone. */
  static String of(Part part, Path folder) throws IOException {
    return ReproductionPage.of(
        part.name(),
        Legend.SENTENCES,
        new Table("", ImmutableList.of(), ImmutableList.of()),
        ImmutableList.of(section(part, folder)));
  }

  private static Table overview(Reproduction reproduction) {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (Part part : reproduction.parts()) {
      rows.add(
          ImmutableList.of(
              part.name(),
              part.source(),
              part.summary(),
              part.missing().isEmpty() ? Numbers.duration(part.wallSeconds()) : ""));
    }
    return new Table(
        "", ImmutableList.of("study", "after", "references", "wall time"), rows.build());
  }

  private static Section section(Part part, Path folder) throws IOException {
    List<String> notes = new ArrayList<>(part.problems());
    notes.addAll(part.remarks());
    ImmutableMap.Builder<String, String> charts = ImmutableMap.builder();
    Charts.read(folder.resolve("charts")).forEach(charts::put);
    return new Section(
        part.name(),
        part.description() + (part.source().isEmpty() ? "" : ", after " + part.source()),
        part.scale() + "; rpusim " + part.version() + ", commit " + part.commit(),
        tables(part),
        ImmutableList.copyOf(notes),
        charts.buildOrThrow());
  }

  private static ImmutableList<Table> tables(Part part) {
    ImmutableList.Builder<Table> tables = ImmutableList.builder();
    String measured = ReproductionDocument.measured(part);
    ImmutableList<String> header =
        ImmutableList.of("", measured, "published", "firmness", "difference", "verdict", "note");
    List<String> panels = part.rows().stream().map(Row::panel).distinct().toList();
    for (String panel : panels) {
      ImmutableList<ImmutableList<String>> rows =
          part.rows().stream()
              .filter(row -> row.panel().equals(panel))
              .map(ReproductionReport::cells)
              .collect(ImmutableList.toImmutableList());
      tables.add(new Table(panel, header, rows));
    }
    if (!part.orders().isEmpty()) {
      ImmutableList<ImmutableList<String>> rows =
          part.orders().stream()
              .map(order -> ImmutableList.of(order.panel(), order.text(), order.verdict()))
              .collect(ImmutableList.toImmutableList());
      ImmutableList<String> orders = ImmutableList.of("panel", "the worst first", "verdict");
      tables.add(new Table("Order", orders, rows));
    }
    return tables.build();
  }

  private static ImmutableList<String> cells(Row row) {
    return ImmutableList.of(
        row.label().strip(),
        row.measured(),
        row.published(),
        row.firmness(),
        row.difference(),
        row.verdict(),
        row.note());
  }
}
