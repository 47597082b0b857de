package org.rpusim.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Headings, tables and paragraphs become entries. */
final class GlossaryReaderTest {
  private static final String TEXT =
      """
      # Title

      ## file.json

      ### Energy

      | path | unit | definition |
      |---|---|---|
      | `energy.total` | J | all of `it`, see [there](there.md) |
      | `tile*.count` | | how many |

      Not in it: losses.

      ## table.csv

      | column | unit | definition |
      |---|---|---|
      | `layers.*` | | by layer |
      | `energy.total` | J | the same |
      """;

  private final Glossary glossary = Glossary.parse(TEXT);

  @Test
  void anEntryHasItsUnitItsPlaceAndWhatStandsBesideIt() {
    Term term = glossary.find("energy.total").getFirst();
    assertThat(term.unit()).isEqualTo("J");
    assertThat(term.definition()).isEqualTo("all of it, see there");
    assertThat(term.place()).isEqualTo("file.json, Energy");
    assertThat(term.remarks()).containsExactly("Not in it: losses.");
    assertThat(glossary.find("tile*.count").getFirst().unit()).isEmpty();
  }

  @Test
  void aNameMayStandInSeveralTables() {
    assertThat(glossary.find("energy.total"))
        .extracting(Term::place)
        .containsExactly("file.json, Energy", "table.csv");
  }

  @Test
  void aStarStandsForOneWordAndAtTheEndForMore() {
    assertThat(glossary.find("tile12.count")).hasSize(1);
    assertThat(glossary.find("tile1.x.count")).isEmpty();
    assertThat(glossary.find("layers.W1.retries")).hasSize(1);
    assertThat(glossary.find("layers")).isEmpty();
  }

  @Test
  void namesAreFoundByAPart() {
    assertThat(glossary.namesWith("ENER")).containsExactly("energy.total");
    assertThat(glossary.namesWith("")).isEmpty();
  }
}
