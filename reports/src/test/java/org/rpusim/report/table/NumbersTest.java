package org.rpusim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class NumbersTest {
  @Test
  void valuesHaveFourDigitsAndTheFittingPrefix() {
    assertThat(Numbers.withUnit(20_971_520e9, "Ops/s")).isEqualTo("20,970 TOps/s");
    assertThat(Numbers.withUnit(1.5012, "s")).isEqualTo("1.501 s");
    assertThat(Numbers.withUnit(0.0000301, "J")).isEqualTo("30.1 µJ");
    assertThat(Numbers.withUnit(0, "J")).isEqualTo("0 J");
    assertThat(Numbers.withUnit(-1234, "W")).isEqualTo("-1.234 kW");
    assertThat(Numbers.withUnit(250, "W")).isEqualTo("250 W");
    assertThat(Numbers.plain(1_234_567)).isEqualTo("1,235,000");
    assertThat(Numbers.plain(-123_456)).isEqualTo("-123,500");
    assertThat(Numbers.plain(123)).isEqualTo("123");
  }

  @Test
  void numbersAreTheSameInAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Numbers.percent(0.1234)).isEqualTo("12.3 %");
      assertThat(Numbers.duration(4.25)).isEqualTo("4.3 s");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aSmallShareIsNotPrintedAsNothing() {
    assertThat(Numbers.percent(0.0001)).isEqualTo("< 0.1 %");
    assertThat(Numbers.percent(0)).isEqualTo("0.0 %");
  }

  @Test
  void durationsReadAsPeopleSayThem() {
    assertThat(Numbers.duration(59.9)).isEqualTo("59.9 s");
    assertThat(Numbers.duration(59.97)).isEqualTo("1 min 00 s");
    assertThat(Numbers.duration(185)).isEqualTo("3 min 05 s");
    assertThat(Numbers.duration(3720)).isEqualTo("1 h 02 min");
  }
}
