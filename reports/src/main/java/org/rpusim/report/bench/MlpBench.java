package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.data.DataSet;

/** Training of the perceptron, functions only: no events, time or energy. */
final class MlpBench {
  private static final float RATE = 0.01f;

  private MlpBench() {}

  /**
   * Samples a second, warm, and cold ones.
   *
   * @param pairs keys of the chip, {@code key=value}
   */
  static ImmutableList<BenchValue> measure(String name, List<String> pairs) {
    ChipSpec chip = BenchArrays.chip(pairs);
    DataSet data = BenchData.mnistOrNull();
    Samples samples = data == null ? Samples.random(TrainingRates.WARM_UP) : Samples.training(data);
    FunctionalPerceptron net = new FunctionalPerceptron(chip, 1, Kernels.best());
    TrainingRates rates = new TrainingRates();
    for (int i = 0; !rates.enough(); i++) {
      net.train(samples, i, RATE);
      rates.trained(i + 1);
    }
    return rates.values(name);
  }
}
