package org.rpusim.workload.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.rpusim.workload.TestCases;

final class MeanPatternTest {
  @Test
  void theSumIsTheMeanTimesTheNumberRoundedDown() {
    TestCases random = new TestCases(5);
    for (int i = 0; i < 200; i++) {
      double share = random.between(0, 2_000_000) / 1e6;
      int times = random.between(0, 5_000);
      MeanPattern pattern = MeanPattern.of(share, times);
      BigDecimal mean = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(times));
      long sum = 0;
      for (int n = 1; n <= 50; n++) {
        sum += pattern.next();
        long expected =
            mean.multiply(BigDecimal.valueOf(n)).setScale(0, RoundingMode.FLOOR).longValueExact();
        assertThat(sum).as("%s x %d, %d numbers", share, times, n).isEqualTo(expected);
      }
    }
  }

  @Test
  void manyAtOnceAreTheSumOfSingleOnes() {
    TestCases random = new TestCases(6);
    for (int i = 0; i < 200; i++) {
      double share = random.between(0, 1_000) / 1e3;
      MeanPattern many = MeanPattern.of(share, 7);
      MeanPattern single = MeanPattern.of(share, 7);
      for (int part = 0; part < 4; part++) {
        int count = random.between(0, 30);
        long sum = 0;
        for (int n = 0; n < count; n++) {
          sum += single.next();
        }
        assertThat(many.take(count)).isEqualTo(sum);
        assertThat(many.carry()).isEqualTo(single.carry());
      }
    }
  }

  @Test
  void whatIsBeyondWholeNumbersOf64BitsIsRefused() {
    MeanPattern pattern = MeanPattern.of(1, 1L << 40);
    assertThatThrownBy(() -> pattern.take(1L << 30)).isInstanceOf(ArithmeticException.class);
  }
}
