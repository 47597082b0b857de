package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.training.UntimedTrainer;

/**
 * What events, time and energy add to the time of a training: as {@code run} does it and its
 * functions alone, in turn in one Java machine, so that a machine whose speed changes does not move
 * their ratio. Both have the same devices, converters, management, learning rate and images, and
 * are as far in their training; neither's evaluation is timed.
 */
final class CouplingBench implements RunListener {
  private static final String PERCEPTRON = "mlp-mnist";
  private static final int PERCEPTRON_ROUND = 4_096;
  private static final String CONVOLUTIONAL = "cnn-mnist";
  private static final int CONVOLUTIONAL_ROUND = 512;
  private static final int EPOCHS = 100;
  private static final int ROUNDS = 25;

  /** Rounds before the first that counts. */
  private static final int WARM_UP = 15;

  private final LongConsumer functions;
  private final int round;
  private final long training;
  private final long test;
  private final List<Double> ratios = new ArrayList<>();
  private int rounds;
  private long roundFirst;

  /** When the round began; 0 where none is under way. */
  private long roundStart;

  private CouplingBench(LongConsumer functions, int round, DataSet data) {
    this.functions = functions;
    this.round = round;
    this.training = data.trainingCount();
    this.test = data.testCount();
  }

  /**
   * Time of the perceptron's whole training ÷ time of its functions, written by hand and without
   * the operations of a program.
   *
   * @param fastForward whether samples whose schedule is known are replayed
   */
  static ImmutableList<BenchValue> perceptron(String name, boolean fastForward) {
    DataSet data = BenchData.of(PERCEPTRON);
    TrainingSpec spec = spec(PERCEPTRON);
    ChipSpec chip = BenchArrays.chip(List.of());
    CouplingBench bench =
        new CouplingBench(perceptronAlone(chip, spec, data), PERCEPTRON_ROUND, data);
    return bench.measure(name, chip, spec, data, fastForward);
  }

  /**
   * Time of the convolutional network's whole training ÷ time of its program's functions.
   *
   * @param pairs keys of the chip, {@code key=value}
   */
  static ImmutableList<BenchValue> convolutional(String name, List<String> pairs) {
    DataSet data = BenchData.of(CONVOLUTIONAL);
    TrainingSpec spec = spec(CONVOLUTIONAL);
    ChipSpec chip = BenchArrays.chip(pairs);
    CouplingBench bench =
        new CouplingBench(networkAlone(chip, spec, data), CONVOLUTIONAL_ROUND, data);
    return bench.measure(name, chip, spec, data, true);
  }

  private static TrainingSpec spec(String workload) {
    Overrides epochs = Overrides.parse(List.of("workload.epochs=" + EPOCHS));
    return (TrainingSpec) WorkloadPresets.load(workload, epochs).spec();
  }

  private static LongConsumer perceptronAlone(ChipSpec chip, TrainingSpec spec, DataSet data) {
    FunctionalPerceptron net = new FunctionalPerceptron(chip, 1, Kernels.best());
    Samples samples = Samples.training(data);
    float rate = (float) spec.learningRate(1);
    int[] next = {0};
    return count -> {
      for (long i = 0; i < count; i++) {
        net.train(samples, next[0]++, rate);
      }
    };
  }

  private static LongConsumer networkAlone(ChipSpec chip, TrainingSpec spec, DataSet data) {
    UntimedTrainer trainer = new UntimedTrainer(spec.network(), chip, data, 1, Kernels.best());
    float rate = (float) spec.learningRate(1);
    int[] next = {0};
    return count -> {
      int first = next[0] + count > data.trainingCount() ? 0 : next[0];
      trainer.train(first, (int) count, rate);
      next[0] = first + (int) count;
    };
  }

  private ImmutableList<BenchValue> measure(
      String name, ChipSpec chip, TrainingSpec spec, DataSet data, boolean fastForward) {
    RunOptions options = new RunOptions(1, Kernels.best(), Workers.NONE, fastForward);
    Simulator.run(chip, spec, data, options, this);
    double ratio = Rounds.median(ratios.stream().mapToDouble(Double::doubleValue).toArray());
    return ImmutableList.of(new BenchValue(name, ratio, "times"));
  }

  @Override
  public void progress(long done, long total) {
    long inEpoch = done % (training + test);
    if (inEpoch > training) {
      roundStart = 0; // no round goes on behind an evaluation
      return;
    }
    long trained = done / (training + test) * training + inEpoch;
    if (roundStart != 0 && trained - roundFirst < round) {
      return;
    }
    if (roundStart != 0) {
      compare(System.nanoTime() - roundStart, trained - roundFirst);
    }
    roundFirst = trained;
    roundStart = System.nanoTime();
  }

  private void compare(long nanos, long count) {
    long start = System.nanoTime();
    functions.accept(count);
    long alone = System.nanoTime() - start;
    if (rounds++ >= WARM_UP) {
      ratios.add((double) nanos / alone);
    }
  }

  @Override
  public boolean stopRequested() {
    return ratios.size() >= ROUNDS;
  }
}
