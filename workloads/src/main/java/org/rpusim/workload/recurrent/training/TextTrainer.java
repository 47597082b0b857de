package org.rpusim.workload.recurrent.training;

import com.google.common.collect.ImmutableList;
import java.util.function.BooleanSupplier;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.program.SequenceCompiler;
import org.rpusim.workload.recurrent.RecurrentNetwork;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.state.NetworkWeights;
import org.rpusim.workload.state.Resumable;
import org.rpusim.workload.training.NetworkArrays;

/** Passes of a text through a chip: training epochs and evaluations. */
public final class TextTrainer implements Resumable {
  /** Evaluation reads draw other numbers than any training read. */
  private static final long FIRST_EVALUATION_CYCLE = 1L << 62;

  private final ImmutableList<CrossbarArray> arrays;
  private final Program program;
  private final Program testProgram;
  private final ProgramState trainingState;
  private final ProgramState evaluationState;
  private final RecurrentNumbers training;
  private final RecurrentNumbers evaluation;
  private final Mapping mapping;
  private final int inFlight;
  private final int sequences;
  private final int testSequences;
  private long trainedBatches;
  private long evaluatedBatches;

  /** Batches of the next pass that are trained already, and whether it is a resumed one. */
  private int trainedInPass;

  private boolean resumed;

  /**
   * What an evaluation of the test part gave.
   *
   * @param crossEntropyNats mean of −ln p of each known character, nats
   * @param errorPercent characters that were not the most probable one, %
   */
  public record Evaluation(double crossEntropyNats, double errorPercent) {}

  /**
   * @param mapping of {@link RecurrentNetwork#matrices}
   * @param text with at least as many characters in each part as a sequence of each stream has
   */
  public TextTrainer(
      LanguageModelSpec spec,
      RecurrentNetwork network,
      Mapping mapping,
      ChipSpec chip,
      DataSet text,
      long seed,
      Kernels kernels,
      Workers workers) {
    int steps = spec.unroll();
    this.mapping = mapping;
    this.inFlight = spec.inFlight();
    this.arrays = NetworkArrays.create(mapping, seed, kernels, workers);
    this.program = trainingProgram(spec, network, mapping, chip);
    this.trainingState = new ProgramState(program, inFlight);
    TextFeed feed = trainingFeed(spec, text);
    this.sequences = feed.sequences();
    Dropout dropout = new Dropout(spec.dropout(), seed, network.layers().size());
    this.training =
        new RecurrentNumbers(
            program,
            network,
            mapping,
            arrays,
            kernels,
            feed,
            rules(spec),
            dropout,
            steps,
            inFlight,
            0);
    int testSteps = Math.min(steps, text.testCount());
    this.testProgram = SequenceCompiler.evaluation(network, mapping, chip, testSteps);
    this.evaluationState = new ProgramState(testProgram, 1);
    TextFeed testFeed = TextFeed.test(text, testSteps);
    this.testSequences = testFeed.sequences();
    this.evaluation =
        new RecurrentNumbers(
            testProgram,
            network,
            mapping,
            arrays,
            kernels,
            testFeed,
            new RecurrentNumbers.Rules(1f, Float.POSITIVE_INFINITY, spec.carryState()),
            new Dropout(0, seed, network.layers().size()),
            testSteps,
            1,
            FIRST_EVALUATION_CYCLE);
  }

  static Program trainingProgram(
      LanguageModelSpec spec, RecurrentNetwork network, Mapping mapping, ChipSpec chip) {
    return SequenceCompiler.training(
        network,
        mapping,
        chip,
        new SequenceCompiler.Shape(
            spec.unroll(),
            spec.batch(),
            spec.inFlight(),
            spec.dropout() > 0,
            spec.gateClip() < Double.POSITIVE_INFINITY));
  }

  static TextFeed trainingFeed(LanguageModelSpec spec, DataSet text) {
    int characters = spec.samples() == 0 ? text.trainingCount() : spec.samples();
    return TextFeed.training(text, characters, spec.batch() * spec.inFlight(), spec.unroll());
  }

  static RecurrentNumbers.Rules rules(LanguageModelSpec spec) {
    float scale = spec.lossIsMean() ? 1f / (spec.unroll() * spec.batch()) : 1f;
    return new RecurrentNumbers.Rules(scale, (float) spec.gateClip(), spec.carryState());
  }

  /** Tokens that an executor must have room for. */
  public int tokens() {
    return Math.max(trainingState.tokens(), evaluationState.tokens());
  }

  /** What the chip does for a sequence of the test part. */
  public Program testProgram() {
    return testProgram;
  }

  /** What the chip does for a batch of sequences. */
  public Program trainingProgram() {
    return program;
  }

  /** Characters that are trained in an epoch. */
  public long charactersOfEpoch() {
    return (long) sequences * inFlight * program.batch();
  }

  /** Characters of an evaluation. */
  public long charactersOfTest() {
    return (long) testSequences * testProgram.batch();
  }

  /**
   * Trains one epoch, in the order of the text.
   *
   * @param goOn asked once a character; false stops behind the sequences under way
   * @return mean loss of the characters that were trained, nats
   */
  public double trainEpoch(Executor executor, double learningRate, BooleanSupplier goOn) {
    startPass((float) learningRate);
    Asked asked = new Asked(goOn, program.batch());
    long batches = (long) sequences * inFlight;
    executor.run(trainingState, training, trainedInPass, batches - trainedInPass, asked);
    trainedBatches += executor.nextSample();
    return training.lossSum() / Math.max(1, training.scored());
  }

  /** A resumed pass keeps its sums, and goes on behind the batches that are trained. */
  private void startPass(float learningRate) {
    if (resumed) {
      training.resumePass(trainedBatches, learningRate);
    } else {
      training.startPass(trainedBatches, learningRate);
      trainedInPass = 0;
    }
    resumed = false;
  }

  /** Asks once a character, and keeps the answer. */
  private static final class Asked implements BooleanSupplier {
    private final BooleanSupplier goOn;
    private final int characters;
    private boolean goesOn = true;

    Asked(BooleanSupplier goOn, int characters) {
      this.goOn = goOn;
      this.characters = characters;
    }

    @Override
    public boolean getAsBoolean() {
      for (int i = 0; i < characters; i++) {
        goesOn &= goOn.getAsBoolean();
      }
      return goesOn;
    }
  }

  /** Evaluates the test part, but for what is left of it behind whole sequences. */
  public Evaluation evaluate(Executor executor, BooleanSupplier goOn) {
    evaluation.startPass(evaluatedBatches, 0);
    arrays.forEach(array -> array.holdAverages(true));
    int characters = testProgram.batch();
    executor.run(evaluationState, evaluation, 0, testSequences, new Asked(goOn, characters));
    arrays.forEach(array -> array.holdAverages(false));
    long done = executor.nextSample();
    evaluatedBatches += done;
    return new Evaluation(
        evaluation.lossSum() / Math.max(1, evaluation.scored()),
        100.0 * evaluation.errors() / (done * characters));
  }

  /** Weights of a matrix that are at a bound of their device now. */
  public long weightsAtBound(MappedLayer matrix) {
    return matrix.blocks().stream()
        .mapToLong(block -> arrays.get(block.array()).weightsAtBound())
        .sum();
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

  /** Characters trained so far. */
  @Override
  public long trainedSamples() {
    return trainedBatches * program.batch();
  }

  @Override
  public long trainedSamples(long nextBatch) {
    return (trainedBatches + nextBatch) * program.batch();
  }

  /** What is remembered between two passes. */
  @Override
  public void saveState(StateWriter out) {
    out.section("texts").put(trainedBatches).put(evaluatedBatches).put(arrays.size());
    arrays.forEach(array -> array.saveState(out));
  }

  @Override
  public void loadState(StateReader in) {
    trainedBatches = in.section("texts").count();
    evaluatedBatches = in.count();
    in.requireCount(arrays.size());
    arrays.forEach(array -> array.loadState(in));
  }

  @Override
  public void savePass(StateWriter out, long nextBatch) {
    out.put((int) nextBatch);
    training.savePass(out);
  }

  @Override
  public void loadPass(StateReader in) {
    trainedInPass = in.intNumber(0, sequences);
    training.loadPass(in);
    resumed = true;
  }
}
