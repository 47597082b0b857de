package org.rpusim.report.table;

import java.util.ArrayList;
import java.util.List;

/** Rows of text cells, aligned to the left, two blanks apart, without blanks at line ends. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final String indent;

  /** Creates a table each line of which begins with a text. */
  public TextTable(String indent) {
    this.indent = indent;
  }

  /** Adds a row; rows may differ in length, and the last cell of a row widens no column. */
  public TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** All rows, each with a line feed. */
  @Override
  public String toString() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size() - 1; i++) {
        int width = width(row.get(i));
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, StrictMath.max(widths.get(i), width));
        }
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(line(row, widths)).append('\n');
    }
    return text.toString();
  }

  private String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i));
      if (i < row.size() - 1) {
        line.repeat(' ', widths.get(i) - width(row.get(i)) + 2);
      }
    }
    return line.toString().stripTrailing();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
