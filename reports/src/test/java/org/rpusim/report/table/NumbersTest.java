package org.rpusim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class NumbersTest {
  @Test
  void valuesHaveFourDigitsAndCommasBetweenThousands() {
    assertThat(Numbers.plain(0)).isEqualTo("0");
    assertThat(Numbers.plain(0.000123456)).isEqualTo("0.0001235");
    assertThat(Numbers.plain(3.1e-7)).isEqualTo("3.1E-7");
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
