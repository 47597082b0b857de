package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import java.util.function.BooleanSupplier;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.random.Permutation;
import org.rpusim.core.random.StreamKey;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.NetworkCompiler;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.state.NetworkWeights;
import org.rpusim.workload.state.Resumable;

/** Passes of a data set through a chip: training epochs and evaluations. */
public final class Trainer implements Resumable {
  static final int[] SET_ORDER = new int[0];
  private static final long SAMPLE_ORDER = 0x0DE5;

  /** Evaluation reads draw other numbers than any training read. */
  static final long FIRST_EVALUATION_CYCLE = 1L << 62;

  /** An evaluation has one sample under way. */
  private static final int SLOTS = 1;

  private final Mapping mapping;
  private final Batches batches;
  private final Program evaluationProgram;
  private final ProgramState evaluationState;
  private final ImmutableList<CrossbarArray> arrays;
  private final NetworkNumbers evaluationNumbers;
  private final DataSet data;
  private final long seed;
  private final int trainingSamples;
  private long trainedSamples;
  private long evaluatedSamples;

  /**
   * @param trainingSamples samples an epoch, the first of the set
   * @param batch samples computed with the same weights
   * @param inFlight batches under way together; 1 is strict SGD
   * @param streaming whether rows of a convolution go on to the next layer as they are there
   */
  public Trainer(
      Mapping mapping,
      ChipSpec chip,
      DataSet data,
      int trainingSamples,
      int batch,
      int inFlight,
      boolean streaming,
      long seed,
      Kernels kernels,
      Workers workers) {
    this.mapping = mapping;
    this.data = data;
    this.seed = seed;
    this.trainingSamples = trainingSamples;
    this.evaluationProgram = NetworkCompiler.evaluation(mapping, chip, streaming);
    this.evaluationState = new ProgramState(evaluationProgram, SLOTS);
    this.arrays = NetworkArrays.create(mapping, seed, kernels, workers);
    this.batches =
        new Batches(
            mapping, chip, arrays, data, trainingSamples, batch, inFlight, streaming, kernels);
    this.evaluationNumbers =
        new NetworkNumbers(
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
    return Math.max(batches.tokens(), evaluationState.tokens());
  }

  /** What the chip does for a sample of the test set. */
  public Program evaluationProgram() {
    return evaluationProgram;
  }

  /** What the arrays hold now. */
  public NetworkWeights weights() {
    return NetworkWeights.of(mapping, arrays);
  }

  /**
   * Begins with saved weights instead of random ones.
   *
   * @param source where they are from, for messages
   * @throws org.rpusim.chip.config.ConfigException if they are of another network
   */
  public void setWeights(NetworkWeights weights, String source) {
    weights.writeTo(mapping, arrays, source);
  }

  /** What is remembered between two passes. */
  @Override
  public void saveState(StateWriter out) {
    out.section("trainer").put(trainedSamples).put(evaluatedSamples).put(arrays.size());
    arrays.forEach(array -> array.saveState(out));
  }

  @Override
  public void loadState(StateReader in) {
    trainedSamples = in.section("trainer").count();
    evaluatedSamples = in.count();
    in.requireCount(arrays.size());
    arrays.forEach(array -> array.loadState(in));
  }

  @Override
  public void savePass(StateWriter out, long nextSample) {
    batches.saveState(out, nextSample);
  }

  @Override
  public void loadPass(StateReader in) {
    batches.loadState(in);
  }

  @Override
  public long trainedSamples(long nextSample) {
    return trainedSamples + batches.trainedInPass(nextSample);
  }

  /** What the chip does for a batch of training samples. */
  public Program trainingProgram() {
    return batches.program();
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
    double lossSum = batches.train(executor, trainedSamples, (float) learningRate, order, goOn);
    trainedSamples += batches.trainedInPass();
    return lossSum / batches.trainedInPass();
  }

  /**
   * Evaluates the whole test set.
   *
   * @return misclassified samples, %
   */
  public double evaluate(Executor executor, BooleanSupplier goOn) {
    evaluationNumbers.startPass(evaluatedSamples, 0, 0, SET_ORDER);
    arrays.forEach(array -> array.holdAverages(true));
    executor.run(evaluationState, evaluationNumbers, 0, data.testCount(), goOn);
    arrays.forEach(array -> array.holdAverages(false));
    long done = executor.nextSample();
    evaluatedSamples += done;
    return 100.0 * evaluationNumbers.errors() / done;
  }

  /** Weights of a layer that are at a bound of their device now. */
  public long weightsAtBound(MappedLayer layer) {
    return layer.blocks().stream()
        .mapToLong(block -> arrays.get(block.array()).weightsAtBound())
        .sum();
  }

  @Override
  public long trainedSamples() {
    return trainedSamples;
  }
}
