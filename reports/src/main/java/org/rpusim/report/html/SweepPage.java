package org.rpusim.report.html;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.report.table.FigureText;

/** The page of a sweep. */
public final class SweepPage {
  private static final int MOST_FAILURES = 200;

  /**
   * A figure of a point.
   *
   * @param value mean over seeds; NaN for none
   * @param text with its interval, for people
   */
  public record Cell(double value, String text) {}

  /**
   * A point.
   *
   * @param number counted from 1
   * @param columns values of the varied keys
   * @param figures one a figure shown
   * @param front whether it is in the Pareto front
   */
  public record Row(
      int number, ImmutableList<String> columns, ImmutableList<Cell> figures, boolean front) {}

  /**
   * All that the page shows.
   *
   * @param summary what was swept and how much of it was run
   * @param columns names of the varied keys
   * @param figures paths of the figures, the objectives first
   * @param objectives number of objectives
   * @param goal what the front is of, in words
   * @param failures reasons by run
   * @param charts SVG texts by name
   * @param definition the sweep's file
   * @param version of the program
   */
  public record Content(
      String name,
      String summary,
      String description,
      ImmutableList<String> columns,
      ImmutableList<String> figures,
      int objectives,
      String goal,
      ImmutableList<Row> rows,
      ImmutableList<String> remarks,
      ImmutableMap<String, String> failures,
      ImmutableMap<String, String> charts,
      String definition,
      String version) {}

  private final Content content;
  private final Html page;

  private SweepPage(Content content) {
    this.content = content;
    this.page = new Html(content.name());
  }

  /** The text of {@code report.html}; the same results give the same bytes. */
  public static String of(Content content) {
    SweepPage page = new SweepPage(content);
    page.opening();
    page.table("front", "Pareto front", true);
    page.charts();
    page.parallel();
    page.table("points", "All points", false);
    page.failures();
    page.provenance();
    return page.page.end();
  }

  private void opening() {
    page.paragraph("", content.description());
    page.paragraph("soft", content.summary() + ". Simulated by rpusim " + content.version() + ".");
    content.remarks().forEach(remark -> page.paragraph("soft", remark));
    page.raw(
        "<nav><a href=\"#front\">front</a><a href=\"#charts\">charts</a>"
            + "<a href=\"#parallel\">parallel coordinates</a><a href=\"#points\">points</a>"
            + "<a href=\"#provenance\">provenance</a></nav>\n");
  }

  private void charts() {
    if (!content.charts().isEmpty()) {
      page.heading("charts", "Charts");
      content.charts().forEach((name, svg) -> page.figure(Charts.words(name), svg, "wide"));
    }
  }

  private void parallel() {
    String svg = ParallelCoordinates.of(content);
    if (!svg.isEmpty()) {
      page.heading("parallel", "Parallel coordinates");
      page.paragraph(
          "soft",
          "A line is a point; those of the front are on top and coloured. Point at one to see its"
              + " values.");
      page.raw(svg);
    }
  }

  private void table(String id, String title, boolean frontOnly) {
    page.heading(id, title);
    if (frontOnly) {
      page.paragraph(
          "soft",
          content.goal().isEmpty()
              ? "No point has a figure to compare."
              : "No other point is as good in all of: " + content.goal() + ", and better in one.");
    }
    List<String> header = new ArrayList<>(List.of("point"));
    header.addAll(content.columns());
    content.figures().forEach(path -> header.add(FigureText.label(path)));
    page.header(header, true);
    for (Row row : content.rows()) {
      if (row.front() || !frontOnly) {
        add(row, row.front() && !frontOnly);
      }
    }
    page.endTable();
  }

  private void add(Row row, boolean marked) {
    page.raw(marked ? "<tr class=\"front\"><td>" : "<tr><td>");
    page.raw(String.valueOf(row.number())).raw("</td>");
    for (String value : row.columns()) {
      page.raw("<td>").text(value).raw("</td>");
    }
    for (Cell cell : row.figures()) {
      page.raw("<td class=\"n\" data-v=\"")
          .raw(Double.isNaN(cell.value()) ? "" : String.valueOf(cell.value()))
          .raw("\">")
          .text(cell.text())
          .raw("</td>");
    }
    page.raw("</tr>\n");
  }

  private void failures() {
    if (content.failures().isEmpty()) {
      return;
    }
    page.heading("failures", "Runs without a result");
    page.header(List.of("run", "reason"), false);
    content.failures().entrySet().stream()
        .limit(MOST_FAILURES)
        .forEach(entry ->
            page.raw("<tr><td>")
                .text(entry.getKey())
                .raw("</td><td>")
                .text(entry.getValue())
                .raw("</td></tr>\n"));
    page.endTable();
    int more = content.failures().size() - MOST_FAILURES;
    if (more > 0) {
      page.paragraph("soft", "… and " + more + " more, in points.csv.");
    }
  }

  private void provenance() {
    page.heading("provenance", "Definition and provenance");
    page.folded("sweep.yaml: all that determines the results", content.definition());
    page.raw("<p class=\"soft\">To run it again: <code>rpusim sweep sweep.yaml</code> with rpusim ")
        .text(content.version())
        .raw(". points.csv has every figure of every run.</p>\n");
  }
}
