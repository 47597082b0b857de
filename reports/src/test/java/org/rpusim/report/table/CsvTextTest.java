package org.rpusim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTextTest {
  @Test
  void whatWasWrittenIsReadBack() {
    String text =
        new Csv()
            .line(List.of("name", "a,b", "text"))
            .line(List.of("x", 1.5, "of \"two\"\nlines"))
            .line(List.of("y", "", ""))
            .toString();
    assertThat(CsvText.rows(text))
        .hasSize(2)
        .first()
        .satisfies(row ->
            assertThat(row).containsEntry("a,b", "1.5").containsEntry("text", "of \"two\"\nlines"));
    assertThat(CsvText.rows(text).get(1)).containsEntry("text", "").hasSize(3);
    assertThat(CsvText.rows("")).isEmpty();
  }
}
