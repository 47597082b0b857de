package org.rpusim.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class StreamKeyTest {
  /** Fields of a key. */
  private static final int FIELDS = 5;

  private static long base(int field, long value) {
    long[] key = {1, 2, 3, 4, 0};
    key[field] = value;
    return StreamKey.base(key[0], key[1], key[2], key[3], key[4]);
  }

  @Test
  void theSameKeyGivesTheSameBaseForEver() {
    assertThat(StreamKey.base(1, 2, 3, 4, 0)).isEqualTo(0x55B1F49F76CF22DDL);
  }

  @Test
  void aBaseIsItsPrefixFinished() {
    long prefix = StreamKey.ofPurpose(9, 8, 7);
    assertThat(StreamKey.ofCycle(prefix, 6, 5)).isEqualTo(StreamKey.base(9, 8, 7, 6, 5));
  }

  @Test
  void keysThatHoldTheSameNumbersInOtherFieldsDiffer() {
    Set<Long> bases = new HashSet<>();
    int keys = 0;
    for (int i = 0; i < 7 * 7 * 7 * 7 * 7; i++, keys++) {
      bases.add(StreamKey.base(i % 7, i / 7 % 7, i / 49 % 7, i / 343 % 7, i / 2401));
    }
    assertThat(bases).hasSize(keys); // a chance collision: 16807²/2^65 = 8e-12
  }

  @Test
  void neighbouringKeysFlipHalfOfTheBits() {
    // 5 fields × 64 bits of the base: the flips of 4000 neighbours are binomial(4000, 1/2). The
    // chance that any of 320 leaves 5.9 sigma is 320 × 3.6e-9 = 1.2e-6.
    int n = 4000;
    for (int field = 0; field < FIELDS; field++) {
      int[] flips = new int[64];
      for (int value = 0; value < n; value++) {
        long difference = base(field, value) ^ base(field, value + 1);
        for (int bit = 0; bit < 64; bit++) {
          flips[bit] += (int) ((difference >>> bit) & 1);
        }
      }
      for (int bit = 0; bit < 64; bit++) {
        double sigmas = (flips[bit] - n / 2.0) / Math.sqrt(n / 4.0);
        assertThat(sigmas).as("field %d bit %d", field, bit).isBetween(-5.9, 5.9);
      }
    }
  }

  @Test
  void streamsOfNeighbouringKeysAreUncorrelatedAtSmallShifts() {
    // Correlation of n pairs is normal with deviation 1/sqrt(n). 5 fields × 7 shifts, 5.4 sigma:
    // 35 × 6.7e-8 = 2.3e-6.
    int n = 20_000;
    for (int field = 0; field < FIELDS; field++) {
      long one = base(field, 1000);
      long other = base(field, 1001);
      for (int shift = -3; shift <= 3; shift++) {
        double sum = 0;
        for (int i = 3; i < n + 3; i++) {
          sum += centred(RandomStream.word(one, i)) * centred(RandomStream.word(other, i + shift));
        }
        double correlation = 12 * sum / n;
        assertThat(correlation * Math.sqrt(n))
            .as("field %d shift %d", field, shift)
            .isBetween(-5.4, 5.4);
      }
    }
  }

  @Test
  void firstWordsOfNeighbouringKeysAreUniformInEveryByte() {
    // 5 fields × 8 bytes, each a chi-square test at 1e-7: 4e-6.
    for (int field = 0; field < FIELDS; field++) {
      long[][] counts = new long[8][256];
      for (int value = 0; value < 25_600; value++) {
        long word = RandomStream.word(base(field, value), 0);
        for (int b = 0; b < 8; b++) {
          counts[b][(int) ((word >>> (8 * b)) & 255)]++;
        }
      }
      double[] expected = new double[256];
      Arrays.fill(expected, 100);
      for (int b = 0; b < 8; b++) {
        double p = new ChiSquareTest().chiSquareTest(expected, counts[b]);
        assertThat(p).as("field %d byte %d", field, b).isGreaterThan(1e-7);
      }
    }
  }

  private static double centred(long word) {
    return RandomStream.unitFloat(word) - 0.5;
  }
}
