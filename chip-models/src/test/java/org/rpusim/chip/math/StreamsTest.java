package org.rpusim.chip.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Words against the JDK's SplitMix64, gaussians against the normal distribution. */
class StreamsTest {
  @Test
  void wordsAreThoseOfSplitMix64() {
    SplittableRandom reference = new SplittableRandom(99);
    for (int i = 0; i < 1000; i++) {
      assertThat(Streams.word(99, i)).isEqualTo(reference.nextLong());
    }
  }

  /** 100,000 numbers at p &gt; 1e-6, the false-alarm rate. */
  @Test
  void gaussiansAreNormal() {
    int n = 100_000;
    float[] g = new float[n];
    Kernels.of("scalar").gaussians(g, 0, n, new int[n], 4, 0);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = g[i];
    }
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(normal, values))
        .isGreaterThan(1e-6);
  }

  @Test
  void aGaussianDependsOnItsNumberAlone() {
    Kernels kernels = Kernels.of("scalar");
    float[] all = new float[256];
    float[] part = new float[64];
    kernels.gaussians(all, 0, 256, new int[256], 8, 64);
    kernels.gaussians(part, 0, 64, new int[64], 8, 192);
    for (int i = 0; i < 64; i++) {
      assertThat(part[i]).isEqualTo(all[128 + i]);
    }
  }

  @Test
  void kernelsAreChosenByName() {
    assertThat(Kernels.best().name()).isEqualTo("vector");
    assertThatThrownBy(() -> Kernels.of("gpu"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"gpu\"");
  }
}
