package org.rpusim.report.table;

import java.util.List;

/** Lines of comma-separated values (RFC 4180 with single line feeds). */
public final class Csv {
  private final StringBuilder text = new StringBuilder();

  /** Adds a line; numbers are written with the fewest digits that read back the same. */
  public Csv line(List<?> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      append(cells.get(i).toString());
    }
    text.append('\n');
    return this;
  }

  private void append(String cell) {
    if (cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0) {
      text.append(cell);
    } else {
      text.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }

  /** All lines so far. */
  @Override
  public String toString() {
    return text.toString();
  }
}
