package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.program.NetworkCompiler;
import org.rpusim.workload.program.Operation;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.program.Step;

/**
 * The numbers of a training alone, without clock, time or energy: the operations of each sample in
 * the order of the program. The weights are those of strict SGD on the chip, bit for bit.
 */
public final class UntimedTrainer {

  private final DataSet data;
  private final ImmutableList<CrossbarArray> arrays;
  private final Pass training;
  private final Pass evaluation;
  private long trainedSamples;
  private long evaluatedSamples;
  private long retries;
  private long coincidences;

  /** What a program's operations do, in its order. */
  private static final class Pass {
    private final NetworkNumbers numbers;
    private final ArrayCycle[] cycles;
    private final boolean[] computes;

    Pass(Program program, NetworkNumbers numbers) {
      this.numbers = numbers;
      int operations = program.operations().size();
      cycles = new ArrayCycle[operations];
      computes = new boolean[operations];
      for (Operation operation : program.operations()) {
        if (operation.step() instanceof Step.RunArray(int tile, ArrayCycle cycle)) {
          cycles[operation.id()] = cycle;
        }
        computes[operation.id()] = operation.computes();
      }
    }
  }

  private final ReadOutcome read = new ReadOutcome();
  private final BurstOutcome burst = new BurstOutcome();
  private final UpdateOutcome update = new UpdateOutcome();

  /** A training that has not begun. */
  public UntimedTrainer(Network network, ChipSpec chip, DataSet data, long seed, Kernels kernels) {
    this.data = data;
    Mapping mapping = Mapper.map(network, chip);
    this.arrays = NetworkArrays.create(mapping, seed, kernels, Workers.NONE);
    Program program = NetworkCompiler.training(mapping, chip);
    this.training =
        new Pass(
            program,
            new NetworkNumbers(program, mapping, arrays, kernels, Feed.training(data), 1, 0));
    Program test = NetworkCompiler.evaluation(mapping, chip);
    this.evaluation =
        new Pass(
            test,
            new NetworkNumbers(
                test,
                mapping,
                arrays,
                kernels,
                Feed.test(data),
                1,
                Trainer.FIRST_EVALUATION_CYCLE));
  }

  /**
   * Trains with samples of the set, in its order.
   *
   * @param first position of the first
   * @param count how many
   * @return sum of their losses, nats
   */
  public double train(int first, int count, float learningRate) {
    training.numbers.startPass(trainedSamples - first, first, learningRate, Trainer.SET_ORDER);
    for (int i = 0; i < count; i++) {
      run(training, i);
    }
    trainedSamples += count;
    return training.numbers.lossSum();
  }

  /** Evaluates the test set; gives the misclassified samples. */
  public long evaluate() {
    evaluation.numbers.startPass(evaluatedSamples, 0, 0, Trainer.SET_ORDER);
    for (int i = 0; i < data.testCount(); i++) {
      run(evaluation, i);
    }
    evaluatedSamples += data.testCount();
    return evaluation.numbers.errors();
  }

  private void run(Pass pass, int sample) {
    pass.numbers.sampleStarted(0, sample);
    for (int operation = 0; operation < pass.computes.length; operation++) {
      if (pass.computes[operation]) {
        pass.numbers.compute(operation, 0);
      } else if (pass.cycles[operation] != null) {
        run(pass.numbers, operation, pass.cycles[operation]);
      }
    }
  }

  private void run(NetworkNumbers numbers, int operation, ArrayCycle cycle) {
    if (cycle.kind() == ArrayCycle.Kind.UPDATE) {
      numbers.update(operation, 0, update);
      coincidences += update.coincidences;
    } else if (cycle.count() > 1) {
      numbers.readBurst(operation, 0, burst);
      retries += burst.totalRetries;
    } else {
      int attempt = 0;
      do {
        numbers.read(operation, 0, attempt, read);
        attempt++;
      } while (read.saturatedOutputs > 0 && attempt <= cycle.maxRetries());
      retries += attempt - 1;
    }
  }

  /** Bound-management retries so far, of training and evaluation. */
  public long retries() {
    return retries;
  }

  /** Coincidences so far. */
  public long coincidences() {
    return coincidences;
  }

  /** The arrays, by tile. */
  public ImmutableList<CrossbarArray> arrays() {
    return arrays;
  }
}
