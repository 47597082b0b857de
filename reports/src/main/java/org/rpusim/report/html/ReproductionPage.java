package org.rpusim.report.html;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;

/** The page of studies beside what is published. */
public final class ReproductionPage {
  /**
   * A table.
   *
   * @param title above it; may be empty
   * @param rows as many cells each as the header
   */
  public record Table(
      String title, ImmutableList<String> header, ImmutableList<ImmutableList<String>> rows) {}

  /**
   * A study.
   *
   * @param name also where links go
   * @param summary how much was run, and with what
   * @param notes sentences below the tables
   * @param charts SVG texts by name
   */
  public record Section(
      String name,
      String description,
      String summary,
      ImmutableList<Table> tables,
      ImmutableList<String> notes,
      ImmutableMap<String, String> charts) {}

  private ReproductionPage() {}

  /**
   * The text of the page; the same content gives the same bytes.
   *
   * @param opening sentences at its top
   * @param overview a row a study
   */
  public static String of(
      String title, List<String> opening, Table overview, List<Section> sections) {
    Html page = new Html(title);
    opening.forEach(sentence -> page.paragraph("soft", sentence));
    if (sections.size() > 1) {
      page.raw("<nav>");
      for (Section section : sections) {
        page.raw("<a href=\"#").text(section.name()).raw("\">").text(section.name()).raw("</a>");
      }
      page.raw("</nav>\n");
      page.heading("overview", "Overview");
      table(page, overview);
    }
    for (Section section : sections) {
      page.heading(Html.escape(section.name()), section.name());
      page.paragraph("", section.description());
      page.paragraph("soft", section.summary());
      section.tables().forEach(table -> table(page, table));
      section.notes().forEach(note -> page.paragraph("soft", note));
      section.charts().forEach((name, svg) -> page.figure(Charts.words(name), svg, "wide"));
    }
    return page.end();
  }

  private static void table(Html page, Table table) {
    if (!table.title().isEmpty()) {
      page.raw("<h3>").text(table.title()).raw("</h3>\n");
    }
    page.header(table.header(), false);
    for (List<String> row : table.rows()) {
      page.raw("<tr>");
      row.forEach(cell -> page.raw(verdictStyle(cell)).text(cell).raw("</td>"));
      page.raw("</tr>\n");
    }
    page.endTable();
  }

  /** Verdicts that deserve a look are set apart by weight, not by colour alone. */
  private static String verdictStyle(String cell) {
    return cell.startsWith("differs") || cell.startsWith("not as published")
        ? "<td class=\"differs\">"
        : "<td>";
  }
}
