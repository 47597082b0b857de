package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import java.util.function.BooleanSupplier;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.random.Permutation;
import org.rpusim.core.random.StreamKey;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.PerceptronCompiler;
import org.rpusim.workload.program.Program;

/** Passes of a data set through a chip: training epochs and evaluations. */
public final class Trainer {
  private static final int[] SET_ORDER = new int[0];
  private static final long SAMPLE_ORDER = 0x0DE5;

  /** Evaluation reads draw other numbers than any training read. */
  private static final long FIRST_EVALUATION_CYCLE = 1L << 62;

  /** Strict SGD: the next sample starts when the one before is complete. */
  private static final int SLOTS = 1;

  private final Program trainingProgram;
  private final ProgramState trainingState;
  private final ProgramState evaluationState;
  private final ImmutableList<CrossbarArray> arrays;
  private final PerceptronNumbers trainingNumbers;
  private final PerceptronNumbers evaluationNumbers;
  private final DataSet data;
  private final long seed;
  private final int trainingSamples;
  private long trainedSamples;
  private long evaluatedSamples;

  /**
   * @param trainingSamples samples an epoch, the first of the set
   */
  public Trainer(
      Mapping mapping,
      ChipSpec chip,
      DataSet data,
      int trainingSamples,
      long seed,
      Kernels kernels,
      Workers workers) {
    this.data = data;
    this.seed = seed;
    this.trainingSamples = trainingSamples;
    this.trainingProgram = PerceptronCompiler.training(mapping, chip);
    Program evaluationProgram = PerceptronCompiler.evaluation(mapping, chip);
    this.trainingState = new ProgramState(trainingProgram, SLOTS);
    this.evaluationState = new ProgramState(evaluationProgram, SLOTS);
    this.arrays = PerceptronArrays.create(mapping, chip, seed, kernels, workers);
    this.trainingNumbers =
        new PerceptronNumbers(
            trainingProgram, mapping, arrays, kernels, Feed.training(data), SLOTS, 0);
    this.evaluationNumbers =
        new PerceptronNumbers(
            evaluationProgram,
            mapping,
            arrays,
            kernels,
            Feed.test(data),
            SLOTS,
            FIRST_EVALUATION_CYCLE);
  }

  /** Tokens that an executor must have room for. */
  public int tokens() {
    return Math.max(trainingState.tokens(), evaluationState.tokens());
  }

  /** What the chip does for a training sample. */
  public Program trainingProgram() {
    return trainingProgram;
  }

  /**
   * Trains one epoch, in an order of its own.
   *
   * @param epoch counted from 1
   * @return mean loss of the samples that were trained, nats
   */
  public double trainEpoch(
      Executor executor, int epoch, double learningRate, BooleanSupplier goOn) {
    int[] order = new int[trainingSamples];
    Permutation.fill(order, StreamKey.base(seed, 0, SAMPLE_ORDER, epoch, 0));
    trainingNumbers.startPass(trainedSamples, (float) learningRate, order);
    long before = trainedSamples;
    executor.run(trainingState, trainingNumbers, trainedSamples, trainingSamples, goOn);
    trainedSamples = executor.nextSample();
    return trainingNumbers.lossSum() / (trainedSamples - before);
  }

  /**
   * Evaluates the whole test set.
   *
   * @return misclassified samples, %
   */
  public double evaluate(Executor executor, BooleanSupplier goOn) {
    evaluationNumbers.startPass(evaluatedSamples, 0, SET_ORDER);
    long before = evaluatedSamples;
    arrays.forEach(array -> array.holdAverages(true));
    executor.run(evaluationState, evaluationNumbers, evaluatedSamples, data.testCount(), goOn);
    arrays.forEach(array -> array.holdAverages(false));
    evaluatedSamples = executor.nextSample();
    return 100.0 * evaluationNumbers.errors() / (evaluatedSamples - before);
  }

  /** Weights of a layer that are at a bound of their device now. */
  public long weightsAtBound(MappedLayer layer) {
    return layer.blocks().stream()
        .mapToLong(block -> arrays.get(block.tile()).weightsAtBound())
        .sum();
  }

  /** Training samples so far. */
  public long trainedSamples() {
    return trainedSamples;
  }
}
