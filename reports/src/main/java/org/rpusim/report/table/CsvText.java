package org.rpusim.report.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link Csv} writes. */
public final class CsvText {
  private final String text;
  private int at;

  private CsvText(String text) {
    this.text = text;
  }

  /**
   * Rows by column name; a row's missing cells are left out.
   *
   * @param text a header line and rows
   */
  public static ImmutableList<ImmutableMap<String, String>> rows(String text) {
    CsvText reader = new CsvText(text);
    if (text.isEmpty()) {
      return ImmutableList.of();
    }
    List<String> header = reader.line();
    ImmutableList.Builder<ImmutableMap<String, String>> rows = ImmutableList.builder();
    while (reader.at < text.length()) {
      List<String> cells = reader.line();
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < StrictMath.min(header.size(), cells.size()); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(ImmutableMap.copyOf(row));
    }
    return rows.build();
  }

  private List<String> line() {
    List<String> cells = new ArrayList<>();
    do {
      cells.add(cell());
    } while (at < text.length() && text.charAt(at++) == ',');
    return cells;
  }

  /** Reads up to the comma or line feed that ends the cell. */
  private String cell() {
    StringBuilder cell = new StringBuilder();
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    at += quoted ? 1 : 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quoted && c == '"') {
        if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
          at++;
        } else {
          at++;
          break;
        }
      } else if (!quoted && (c == ',' || c == '\n')) {
        break;
      }
      cell.append(c);
      at++;
    }
    return cell.toString();
  }
}
