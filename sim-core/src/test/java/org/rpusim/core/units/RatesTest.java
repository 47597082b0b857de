package org.rpusim.core.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;

class RatesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1e9, 0",
    "1, 1e12, 1",
    "1, 3e12, 1",
    "3, 3e12, 1",
    "4, 3e12, 2",
    "64, 8e8, 80000",
    "4096, 51.2e9, 80000",
    "4096, 50e9, 81920",
    "1, 7e11, 2"
  })
  void aDurationIsTheQuotientRoundedUp(long amount, double perSecond, long expectedPs) {
    assertThat(Rates.durationPs(amount, perSecond)).isEqualTo(expectedPs);
  }

  /** Whole rates, so that the exact quotient is known; 10,000 cases, seed 5. */
  @Test
  void randomDurationsAreTheCeilingOfTheExactQuotient() {
    long base = StreamKey.base(5, 0, 0, 0, 0);
    for (int i = 0; i < 10_000; i++) {
      long amount = RandomStream.word(base, 2L * i) >>> 40;
      long rate = 1_000_000 * (1 + (RandomStream.word(base, 2L * i + 1) >>> 40));
      long exact =
          BigDecimal.valueOf(amount)
              .movePointRight(12)
              .divide(BigDecimal.valueOf(rate), 0, RoundingMode.CEILING)
              .longValueExact();
      assertThat(Rates.durationPs(amount, (double) rate))
          .as("%d items at %d a second, case %d of seed 5", amount, rate, i)
          .isEqualTo(exact);
    }
  }

  /** The duration of a batch is rounded once: it may be less than n rounded items, never more. */
  @Test
  void aBatchTakesNoLongerThanItsItemsAloneAndLessThanOneTickMoreThanTheExactTime() {
    for (long items = 1; items < 500; items++) {
      double rate = 3e12;
      long batch = Rates.durationPs(items, rate);
      assertThat(batch).isLessThanOrEqualTo(items * Rates.durationPs(1, rate));
      assertThat(batch).isEqualTo(Math.ceilDiv(items, 3));
    }
    assertThat(Rates.durationPs(300, 3e12)).isEqualTo(100);
    assertThat(300 * Rates.durationPs(1, 3e12)).isEqualTo(300);
  }

  @Test
  void aNegativeAmountOrARateThatIsNotAboveZeroIsRefused() {
    assertThatThrownBy(() -> Rates.durationPs(-1, 1e9))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rates.durationPs(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rates.durationPs(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
