package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.RandomCases;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;
import org.rpusim.chip.spec.Rounding;

/** Warm reads and updates allocate nothing: a boxed vector would cost megabytes here. */
class AllocationTest {
  private static final int ROUNDS = 1_000;
  private static final int LIMIT = 16;

  /** The compiler works in the background: how long it takes depends on the machine's load. */
  private static final int MOST_BATCHES = 100;

  @Test
  void scalarKernelsAllocateNothing() {
    assertThat(bytesPerRound(Kernels.of("scalar"))).isLessThan(LIMIT);
  }

  @Test
  void vectorKernelsAllocateNothing() {
    assertThat(bytesPerRound(Kernels.of("vector"))).isLessThan(LIMIT);
  }

  private static double bytesPerRound(Kernels kernels) {
    TestArrays setup = new TestArrays();
    setup.kernels = kernels;
    CrossbarArray dense = setup.create(48, 60);
    setup.layout = WeightLayout.INPUT_MAJOR;
    CrossbarArray sparse = setup.create(48, 60);
    setup.updateManagement = true;
    setup.lengthManagement = true;
    setup.noiseManagement = NoiseManagement.RUNNING_AVERAGE;
    setup.dacRounding = Rounding.STOCHASTIC;
    setup.adcRounding = Rounding.STOCHASTIC;
    CrossbarArray managed = setup.create(48, 60);
    RandomCases random = new RandomCases(1);
    float[] x = random.values(60, 0.6f);
    float[] d = random.values(48, 0.1f);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double bytes = Double.POSITIVE_INFINITY;
    for (int batch = 0; batch < MOST_BATCHES && bytes >= LIMIT; batch++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < ROUNDS; i++) {
        round(dense, sparse, x, d, batch * ROUNDS + i, kernels);
        managed.readForward(x, 0, OUT, 0, i, 0, READ);
        managed.readBackward(d, 0, OUT, 0, i, 0, READ);
        managed.update(x, 0, d, 0, 0.01f, i, UPDATE);
      }
      bytes = (double) (threads.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
    }
    return bytes;
  }

  private static final ReadOutcome READ = new ReadOutcome();
  private static final UpdateOutcome UPDATE = new UpdateOutcome();
  private static final float[] OUT = new float[60];

  private static void round(
      CrossbarArray dense, CrossbarArray sparse, float[] x, float[] d, int cycle, Kernels kernels) {
    dense.readForward(x, 0, OUT, 0, cycle, 0, READ);
    dense.readBackward(d, 0, OUT, 0, cycle, 0, READ);
    dense.update(x, 0, d, 0, 0.01f, cycle, UPDATE);
    sparse.readForward(x, 0, OUT, 0, cycle, 0, READ);
    sparse.update(x, 0, d, 0, 0.01f, cycle, UPDATE);
    kernels.sigmoid(OUT, 0, 40);
    kernels.tanh(OUT, 0, 40);
    kernels.softmaxCrossEntropy(OUT, 0, 40, 3, OUT, 0);
  }
}
