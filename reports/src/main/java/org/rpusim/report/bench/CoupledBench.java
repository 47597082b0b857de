package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.WorkloadSpec;

/** Training as {@code run} does it: the numbers with their events, time and energy. */
final class CoupledBench {
  private static final int EPOCHS = 100;

  private CoupledBench() {}

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
    ChipSpec chip = BenchArrays.chip(pairs);
    DataSet data = BenchData.of(workload);
    WorkloadSpec spec =
        WorkloadPresets.load(workload, Overrides.parse(List.of("workload.epochs=" + EPOCHS)))
            .spec();
    Follower follower = new Follower(new TrainingRates(warmUp, round), data);
    Simulator.run(chip, spec, data, new RunOptions(1, Kernels.best()), follower);
    return follower.rates.values(name);
  }

  /** Tells training from the evaluation that follows each epoch. */
  private static final class Follower implements RunListener {
    private final TrainingRates rates;
    private final long training;
    private final long test;

    Follower(TrainingRates rates, DataSet data) {
      this.rates = rates;
      this.training = data.trainingCount();
      this.test = data.testCount();
    }

    @Override
    public void progress(long done, long total) {
      long inEpoch = done % (training + test);
      if (inEpoch <= training) {
        rates.trained(done / (training + test) * training + inEpoch);
      } else {
        rates.pause();
      }
    }

    @Override
    public boolean stopRequested() {
      return rates.enough();
    }
  }
}
