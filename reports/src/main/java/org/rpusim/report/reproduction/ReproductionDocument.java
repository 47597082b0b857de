package org.rpusim.report.reproduction;

import java.util.List;
import java.util.Locale;
import org.rpusim.report.table.Numbers;

/** The text of {@code reproduction.md}. */
final class ReproductionDocument {
  private final StringBuilder text = new StringBuilder();

  private ReproductionDocument() {}

  static String of(Reproduction reproduction) {
    ReproductionDocument document = new ReproductionDocument();
    document.opening(reproduction);
    reproduction.parts().stream().filter(part -> part.missing().isEmpty()).forEach(document::part);
    return document.text.toString();
  }

  private void opening(Reproduction reproduction) {
    text.append("# What of the papers is reproduced\n\n");
    reproduction.provenance().forEach(sentence -> text.append(sentence).append('\n'));
    text.append('\n');
    Legend.SENTENCES.forEach(sentence -> text.append("* ").append(sentence).append('\n'));
    text.append('\n');
    row("study", "after", "references", "wall time");
    row("---", "---", "---", "---");
    for (Part part : reproduction.parts()) {
      row(
          "`" + part.name() + "`",
          part.source(),
          part.summary(),
          part.missing().isEmpty() ? Numbers.duration(part.wallSeconds()) : "");
    }
  }

  private void part(Part part) {
    text.append("\n## ").append(part.name()).append("\n\n");
    text.append(sentence(part.description()));
    text.append(part.source().isEmpty() ? "" : " After " + part.source() + ".");
    text.append("\n`rpusim reproduce ").append(part.name()).append("`, ");
    text.append(part.scale()).append(".\n");
    String panel = "";
    for (Row row : part.rows()) {
      if (!row.panel().equals(panel)) {
        panel = row.panel();
        text.append("\n**").append(panel).append("**\n\n");
        row("", measured(part), "published", "firmness", "difference", "verdict");
        row("---", "---", "---", "---", "---", "---");
      }
      row(
          row.label(),
          row.measured(),
          row.published(),
          row.firmness(),
          row.difference(),
          row.note().isEmpty() ? row.verdict() : row.verdict() + "; " + row.note());
    }
    orders(part.orders());
    list(part.problems());
    list(part.remarks());
  }

  /** A study whose references have units of their own needs no other. */
  static String measured(Part part) {
    boolean plain = part.rows().stream().anyMatch(row -> isNumber(row.measured()));
    return plain ? "measured, " + part.unit() : "measured";
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9.]*\\.[0-9]+( ± [0-9.]+)?");
  }

  private void orders(List<Order> orders) {
    if (!orders.isEmpty()) {
      text.append("\nOrder, the worst first:\n\n");
      for (Order order : orders) {
        text.append("* ").append(order.panel()).append(": ").append(order.verdict());
        text.append(" (").append(order.text()).append(")\n");
      }
    }
  }

  private void list(List<String> sentences) {
    sentences.forEach(sentence -> text.append('\n').append(sentence).append('\n'));
  }

  private static String sentence(String line) {
    return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1) + ".";
  }

  private void row(String... cells) {
    text.append('|');
    for (String cell : cells) {
      text.append(' ').append(cell.strip().replace("|", "\\|")).append(" |");
    }
    text.append('\n');
  }
}
