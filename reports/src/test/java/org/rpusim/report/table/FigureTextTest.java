package org.rpusim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rpusim.report.explain.Glossary;
import org.rpusim.report.explain.Term;

/** Names and units of figures as people read them. */
final class FigureTextTest {
  private static final Map<String, String> SHORT =
      Map.of(
          "10⁹ operations/s", "GigaOps/s",
          "10⁹ operations/s/W", "GigaOps/s/W",
          "10⁹ operations/J", "GigaOps/s/W",
          "10⁹ updates/s", "GigaUpdates/s");

  @Test
  void unitsOfPathsAreThoseOfTheGlossary() {
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> actual = new TreeMap<>();
    for (Term term : Glossary.load().terms()) {
      if (term.place().startsWith("metrics.json") && term.name().indexOf('.') > 0) {
        expected.put(term.name(), SHORT.getOrDefault(term.unit(), term.unit()));
        actual.put(term.name(), FigureText.unit(term.name()));
      }
    }
    assertThat(expected).hasSizeGreaterThan(100).containsValues("W/mm²", "J·s");
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void aPowerDensityIsNoArea() {
    assertThat(FigureText.value("power.wattsPerSquareMillimetre", 0.25)).isEqualTo("0.25 W/mm²");
    assertThat(FigureText.axis("power.wattsPerSquareMillimetre"))
        .isEqualTo("power density (W/mm²)");
  }
}
