package org.rpusim.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class PermutationTest {
  @Test
  void everyNumberIsThereOnce() {
    for (int n : new int[] {0, 1, 2, 1000, 60_000}) {
      int[] order = new int[n];
      Permutation.fill(order, StreamKey.base(1, 0, 0, n, 0));
      int[] sorted = order.clone();
      Arrays.sort(sorted);
      for (int i = 0; i < n; i++) {
        assertThat(sorted[i]).isEqualTo(i);
      }
    }
  }

  @Test
  void theOrderDependsOnTheBaseOnlyAndNotOnWhatWasInTheArray() {
    int[] one = new int[100];
    int[] two = new int[100];
    Arrays.fill(two, 77);
    Permutation.fill(one, 5);
    Permutation.fill(two, 5);
    assertThat(two).isEqualTo(one);
    Permutation.fill(two, 6);
    assertThat(two).isNotEqualTo(one);
  }

  @Test
  void allOrdersOfFourAreEquallyLikely() {
    long[] counts = new long[256];
    int[] order = new int[4];
    int n = 24_000;
    for (int epoch = 0; epoch < n; epoch++) {
      Permutation.fill(order, StreamKey.base(3, 0, 1, epoch, 0));
      counts[order[0] << 6 | order[1] << 4 | order[2] << 2 | order[3]]++;
    }
    long[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
    assertThat(seen).hasSize(24);
    double[] expected = new double[24];
    Arrays.fill(expected, n / 24.0);
    // False alarm for one in a million of all seeds.
    assertThat(new ChiSquareTest().chiSquareTest(expected, seen)).isGreaterThan(1e-6);
  }
}
