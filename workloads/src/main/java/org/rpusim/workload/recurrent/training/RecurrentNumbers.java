package org.rpusim.workload.recurrent.training;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.math.Kernels;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.workload.execution.Numbers;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.Meaning;
import org.rpusim.workload.program.Operation;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.recurrent.RecurrentNetwork;

/** The numbers of a recurrent network, computed operation by operation. */
final class RecurrentNumbers implements Numbers {
  /**
   * How sequences are trained.
   *
   * @param lossScale factor of the loss and its gradients
   * @param gateClip bound of a gate's gradient, may be infinite
   * @param carryState whether a sequence begins with the state in which the one before it ended
   */
  record Rules(float lossScale, float gateClip, boolean carryState) {}

  private interface ComputeTask {
    void compute(SequenceNumbers numbers);
  }

  private final RecurrentNetwork network;
  private final Rules rules;
  private final Dropout dropout;
  private final Kernels kernels;
  private final ImmutableList<CrossbarArray> arrays;
  private final long firstCycle;
  private final TextFeed feed;
  private final int steps;
  private final int batch;
  private final SequenceNumbers[] slots;
  private final BlockNumbers[] blocks;
  private final ComputeTask[] computes;
  private float learningRate;
  private double lossSum;
  private long errors;
  private long scored;
  private long firstBatch;

  /** Sequences that each slot has begun in this pass. */
  private final int[] begun;

  /**
   * @param steps time steps of a sequence; the program's batch is that times the sequences
   * @param firstCycle offset of cycle numbers, so that training and evaluation draw apart
   */
  RecurrentNumbers(
      Program program,
      RecurrentNetwork network,
      Mapping mapping,
      ImmutableList<CrossbarArray> arrays,
      Kernels kernels,
      TextFeed feed,
      Rules rules,
      Dropout dropout,
      int steps,
      int slots,
      long firstCycle) {
    this.network = network;
    this.rules = rules;
    this.dropout = dropout;
    this.kernels = kernels;
    this.arrays = arrays;
    this.firstCycle = firstCycle;
    this.feed = feed;
    this.steps = steps;
    this.batch = program.batch() / steps;
    this.begun = new int[slots];
    this.slots = new SequenceNumbers[slots];
    for (int i = 0; i < slots; i++) {
      this.slots[i] = new SequenceNumbers(network, mapping, steps, batch, kernels);
    }
    int operations = program.operations().size();
    this.blocks = new BlockNumbers[operations];
    this.computes = new ComputeTask[operations];
    for (Operation operation : program.operations()) {
      assign(operation, mapping);
    }
  }

  private BlockNumbers block(MappedLayer mapped, Block block, boolean forward, int element) {
    return new BlockNumbers(mapped, block, forward, arrays, element, steps * batch, firstCycle);
  }

  private void assign(Operation operation, Mapping mapping) {
    int id = operation.id();
    int element = operation.element();
    switch (operation.meaning()) {
      case Meaning.Moves() -> {}
      case Meaning.ForwardRead(int matrix, Block block) ->
          blocks[id] = block(mapping.of(matrix), block, true, element);
      case Meaning.BackwardRead(int matrix, Block block) ->
          blocks[id] = block(mapping.of(matrix), block, false, element);
      case Meaning.Update(int matrix, Block block) ->
          blocks[id] = block(mapping.of(matrix), block, false, element);
      case Meaning.AddForward(int matrix, int row) ->
          computes[id] = n -> BlockNumbers.addForward(mapping.of(matrix), n, element, row);
      case Meaning.AddBackward(int matrix, int column) ->
          computes[id] = n -> BlockNumbers.addBackward(mapping.of(matrix), n, element, column);
      case Meaning.Cell(int layer, int stage) ->
          computes[id] = n -> forward(n, layer, stage, element);
      case Meaning.CellGradient(int layer, int stage) ->
          computes[id] = n -> backward(n, layer, stage, element);
      case Meaning.LossGradient() -> computes[id] = n -> loss(n, element);
      case Meaning.Classify() -> computes[id] = n -> classify(n, element);
      default -> throw new IllegalArgumentException(operation.meaning() + " is of no sequence");
    }
  }

  private long character(SequenceNumbers n, int element) {
    return n.number * steps * batch + element;
  }

  private void forward(SequenceNumbers n, int layer, int stage, int element) {
    LayerNumbers numbers = n.layers.get(layer);
    numbers.forward(stage, element);
    if (stage < numbers.stages.size() - 1) {
      return;
    }
    numbers.pass(element);
    int above = network.matrixOf(layer + 1, 0);
    int taking = layer + 1 < n.layers.size() ? n.layers.get(layer + 1).stages.size() : 1;
    for (int i = 0; i < taking; i++) {
      float[] inputs = n.matrices.get(above + i).inputs[element];
      System.arraycopy(numbers.h[element], 0, inputs, 0, numbers.units);
      dropout.apply(inputs, numbers.units, layer, character(n, element));
    }
  }

  private void backward(SequenceNumbers n, int layer, int stage, int element) {
    LayerNumbers numbers = n.layers.get(layer);
    if (stage == numbers.stages.size() - 1) {
      takeFromAbove(n, layer, element);
    }
    numbers.backward(stage, element);
    if (rules.gateClip() < Float.POSITIVE_INFINITY) {
      numbers.clip(stage, element, rules.gateClip());
    }
  }

  private void takeFromAbove(SequenceNumbers n, int layer, int element) {
    LayerNumbers numbers = n.layers.get(layer);
    float[] gradient = numbers.gradients[element];
    int above = network.matrixOf(layer + 1, 0);
    int giving = layer + 1 < n.layers.size() ? n.layers.get(layer + 1).stages.size() : 1;
    System.arraycopy(n.matrices.get(above).gradients[element], 0, gradient, 0, numbers.units);
    for (int i = 1; i < giving; i++) {
      float[] more = n.matrices.get(above + i).gradients[element];
      kernels.cells().add(gradient, more, 0, numbers.units);
    }
    dropout.apply(gradient, numbers.units, layer, character(n, element));
  }

  /** Unknown characters are not scored, and teach nothing. */
  private void loss(SequenceNumbers n, int element) {
    float[] results = n.output().results[element];
    float[] delta = n.output().deltas[element];
    int label = n.labels[element];
    if (label >= results.length) {
      Arrays.fill(delta, 0f);
      return;
    }
    scored++;
    lossSum += kernels.softmaxCrossEntropy(results, 0, results.length, label, delta, 0);
    for (int i = 0; i < delta.length && rules.lossScale() != 1f; i++) {
      delta[i] *= rules.lossScale();
    }
  }

  private void classify(SequenceNumbers n, int element) {
    float[] results = n.output().results[element];
    int best = 0;
    for (int i = 1; i < results.length; i++) {
      best = results[i] > results[best] ? i : best;
    }
    errors += best == n.labels[element] ? 0 : 1;
    loss(n, element);
  }

  /**
   * Starts a pass: sums at zero.
   *
   * @param firstBatchOfPass number of the pass's first batch, over all passes
   */
  void startPass(long firstBatchOfPass, float newLearningRate) {
    Arrays.fill(begun, 0);
    resumePass(firstBatchOfPass, newLearningRate);
    lossSum = 0;
    errors = 0;
    scored = 0;
  }

  /** Goes on with a pass that was loaded: sums stay as they are. */
  void resumePass(long firstBatchOfPass, float newLearningRate) {
    firstBatch = firstBatchOfPass;
    learningRate = newLearningRate;
  }

  /** Sum of the losses of this pass, nats, without the factor of the rules. */
  double lossSum() {
    return lossSum;
  }

  /** Characters of this pass whose label is known. */
  long scored() {
    return scored;
  }

  /** Characters of this pass that were not predicted. */
  long errors() {
    return errors;
  }

  /** Writes down what the next batch of this pass begins with; one batch is under way at a time. */
  void savePass(StateWriter out) {
    out.section("sequences").put(lossSum).put(scored);
    for (LayerNumbers layer : slots[0].layers) {
      layer.saveState(out);
    }
  }

  /** The next pass goes on where a saved one was. */
  void loadPass(StateReader in) {
    lossSum = in.section("sequences").doubleNumber();
    scored = in.count();
    for (LayerNumbers layer : slots[0].layers) {
      layer.loadState(in);
    }
  }

  /** What a slot holds. */
  SequenceNumbers slot(int slot) {
    return slots[slot];
  }

  /**
   * The next sequences of a slot's parts of the text begin; one slot has all batches of the pass.
   * Several need not keep pace: numbers, by which random draws are keyed, follow from the place in
   * the text.
   */
  @Override
  public void sampleStarted(int slot, long batchOfPass) {
    SequenceNumbers n = slots[slot];
    int sequence = slots.length == 1 ? (int) batchOfPass : begun[slot];
    begun[slot] = sequence + 1;
    n.number = firstBatch + (long) sequence * slots.length + slot;
    for (LayerNumbers layer : n.layers) {
      layer.begin(rules.carryState() && sequence > 0);
    }
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < batch; i++) {
        int stream = slot * batch + i;
        int element = step * batch + i;
        n.show(element, feed.symbol(stream, sequence, step));
        n.labels[element] = feed.label(stream, sequence, step);
      }
    }
  }

  @Override
  public boolean takesAnother(int slot) {
    return begun[slot] < feed.sequences();
  }

  @Override
  public void read(int operation, int slot, int attempt, ReadOutcome outcome) {
    blocks[operation].read(slots[slot], attempt, outcome);
  }

  @Override
  public void update(int operation, int slot, UpdateOutcome outcome) {
    blocks[operation].update(slots[slot], learningRate, outcome);
  }

  @Override
  public void compute(int operation, int slot) {
    computes[operation].compute(slots[slot]);
  }

  @Override
  public void sampleFinished(int slot) {}
}
