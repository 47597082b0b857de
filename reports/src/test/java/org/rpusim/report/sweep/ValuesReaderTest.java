package org.rpusim.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.ConfigException;

final class ValuesReaderTest {
  private static Values values(String text) {
    return ValuesReader.pair("a.b=" + text).values();
  }

  @Test
  void listsAndRangesAreWhatTheySay() {
    assertThat(values("512, 1024,2048").all()).containsExactly("512", "1024", "2048");
    assertThat(values("6..10").all()).containsExactly("6", "7", "8", "9", "10");
    assertThat(values("20 ns..80 ns in 4").all())
        .containsExactly("20 ns", "40 ns", "60 ns", "80 ns");
    assertThat(values("20..80 ns in 2").all()).containsExactly("20 ns", "80 ns");
    assertThat(values("0.0001..0.01 in 3 log").all()).containsExactly("0.0001", "0.001", "0.01");
    assertThat(values("512..4096 in 4 log").all()).containsExactly("512", "1024", "2048", "4096");
    assertThat(values("off").all()).containsExactly("off");
    assertThat(values("{preset: ideal},{preset: rpu-baseline}").all()).hasSize(2);
  }

  @Test
  void aJoinedAxisHasAllItsKeys() {
    Axis axis = ValuesReader.pair("tile.rows+tile.columns=512,1024");
    assertThat(axis.keys()).containsExactly("tile.rows", "tile.columns");
    assertThat(axis.name()).isEqualTo("tile.rows+tile.columns");
  }

  @Test
  void aCoordinateFindsItsEqualShareOfValues() {
    Values whole = values("6..9");
    assertThat(whole.at(0)).isEqualTo("6");
    assertThat(whole.at(0.2499)).isEqualTo("6");
    assertThat(whole.at(0.25)).isEqualTo("7");
    assertThat(whole.at(StrictMath.nextDown(1.0))).isEqualTo("9");
    assertThat(values("a,b").at(0.5)).isEqualTo("b");
    assertThat(values("0.5..1.5").at(0.25)).isEqualTo("0.75");
    assertThat(values("1..10000.0 log").at(0.5)).isEqualTo("100");
    assertThat(values("1..8 log").at(StrictMath.nextDown(1.0))).isEqualTo("8");
  }

  @Test
  void whatIsNoAxisGetsASentence() {
    assertRefused("a.b", "--vary a.b has no values");
    assertRefused("a b=1", "is no dotted key");
    assertRefused("a.b=1,1", "has 1 twice");
    assertRefused("a.b=1,,2", "has an empty value");
    assertRefused("a.b=9..6", "must rise");
    assertRefused("a.b=1 ns..2 us in 3", "different units");
    assertRefused("a.b=0..9 log", "has no logarithm at its beginning");
    assertRefused("a.b=1..9000000", "has more than 100000 values");
    assertThatThrownBy(() -> values("0.1..0.2").all())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("0.1..0.2 is a range without a number of values")
        .hasMessageContaining("\nMaybe write: 0.1..0.2 in 5.");
  }

  private static void assertRefused(String text, String sentence) {
    assertThatThrownBy(() -> ValuesReader.pair(text))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining("\nMaybe ");
  }
}
