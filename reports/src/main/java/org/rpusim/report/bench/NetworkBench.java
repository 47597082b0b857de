package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.training.UntimedTrainer;

/** Training of any network on MNIST, functions only: no events, time or energy. */
final class NetworkBench {
  private static final int CHUNK = 16;

  private NetworkBench() {}

  /**
   * Training samples a second, warm, and cold ones.
   *
   * @param workload a training on MNIST
   * @param pairs keys of the chip, {@code key=value}
   * @param warmUp samples before the first round
   * @param round samples of a round
   */
  static ImmutableList<BenchValue> measure(
      String name, String workload, List<String> pairs, int warmUp, int round) {
    TrainingSpec spec = (TrainingSpec) WorkloadPresets.load(workload, Overrides.NONE).spec();
    DataSet data = BenchData.of(workload);
    UntimedTrainer trainer =
        new UntimedTrainer(spec.network(), BenchArrays.chip(pairs), data, 1, Kernels.best());
    TrainingRates rates = new TrainingRates(warmUp, round);
    float learningRate = (float) spec.learningRate(1);
    int first = 0;
    for (long trained = CHUNK; !rates.enough(); trained += CHUNK) {
      first = first + CHUNK > data.trainingCount() ? 0 : first;
      trainer.train(first, CHUNK, learningRate);
      first += CHUNK;
      rates.trained(trained);
    }
    return rates.values(name);
  }
}
