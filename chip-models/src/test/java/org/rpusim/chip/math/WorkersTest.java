package org.rpusim.chip.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.WeightLayout;

final class WorkersTest {
  @Test
  void everyLineIsDoneOnceInSharesOfWholeUnits() {
    for (int threads = 1; threads <= 4; threads++) {
      for (int count : new int[] {1, 15, 16, 17, 100, 1024}) {
        AtomicIntegerArray done = new AtomicIntegerArray(count);
        new Workers(threads)
            .share(
                count,
                16,
                (from, to) -> {
                  assertThat(from % 16).isZero();
                  for (int line = from; line < to; line++) {
                    done.incrementAndGet(line);
                  }
                });
        for (int line = 0; line < count; line++) {
          assertThat(done.get(line)).as("line %d of %d", line, count).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void aLargeReadHasTheSameBitsForAnyNumberOfThreads() {
    for (WeightLayout layout : WeightLayout.values()) {
      float[] alone = read(Workers.NONE, layout, true);
      assertThat(read(new Workers(2), layout, true)).isEqualTo(alone);
      assertThat(read(new Workers(3), layout, true)).isEqualTo(alone);
      float[] back = read(Workers.NONE, layout, false);
      assertThat(read(new Workers(3), layout, false)).isEqualTo(back);
    }
  }

  /** A read of an array just large enough to be shared. */
  private static float[] read(Workers workers, WeightLayout layout, boolean forward) {
    int rows = 1030;
    int columns = 1025;
    CrossPoints crossPoints = new CrossPoints(rows, columns, layout, workers);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        crossPoints.set(row, column, (row * 31 + column * 17) % 101 / 101f - 0.5f);
      }
    }
    int inputs = forward ? columns : rows;
    float[] v = new float[Kernels.padded(inputs)];
    int[] active = new int[v.length + Kernels.BLOCK];
    for (int i = 0; i < inputs; i++) {
      v[i] = i % 3 == 0 ? 0 : i * 0.001f - 0.4f;
    }
    Kernels kernels = new ScalarKernels();
    int count = kernels.nonZero(v, v.length, active);
    float[] y = new float[Kernels.padded(forward ? rows : columns)];
    if (forward) {
      crossPoints.forward(kernels, v, active, count, y);
    } else {
      crossPoints.backward(kernels, v, active, count, y);
    }
    return y;
  }

  @Test
  void fewerThanOneThreadAreRefused() {
    assertThatThrownBy(() -> new Workers(0)).hasMessageContaining("not 0");
  }
}
