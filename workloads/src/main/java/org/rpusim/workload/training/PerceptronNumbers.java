package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.Meaning;
import org.rpusim.workload.program.Operation;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.execution.Numbers;

/** The numbers of a fully connected network, computed operation by operation. */
final class PerceptronNumbers implements Numbers {
  private interface ReadTask {
    void read(SampleNumbers numbers, int attempt, ReadOutcome outcome);
  }

  private interface UpdateTask {
    void update(SampleNumbers numbers, UpdateOutcome outcome);
  }

  private interface ComputeTask {
    void compute(SampleNumbers numbers);
  }

  private final Mapping mapping;
  private final ImmutableList<CrossbarArray> arrays;
  private final Kernels kernels;
  private final Feed feed;
  private final long firstCycle;
  private final SampleNumbers[] slots;
  private final ReadTask[] reads;
  private final UpdateTask[] updates;
  private final ComputeTask[] computes;
  private float learningRate;
  private double lossSum;
  private long errors;
  private long firstSample;

  /**
   * @param firstCycle offset of cycle numbers, so that training and evaluation draw apart
   */
  PerceptronNumbers(
      Program program,
      Mapping mapping,
      ImmutableList<CrossbarArray> arrays,
      Kernels kernels,
      Feed feed,
      int slots,
      long firstCycle) {
    this.mapping = mapping;
    this.arrays = arrays;
    this.kernels = kernels;
    this.feed = feed;
    this.firstCycle = firstCycle;
    this.slots = new SampleNumbers[slots];
    for (int slot = 0; slot < slots; slot++) {
      this.slots[slot] = new SampleNumbers(mapping);
    }
    int operations = program.operations().size();
    this.reads = new ReadTask[operations];
    this.updates = new UpdateTask[operations];
    this.computes = new ComputeTask[operations];
    program.operations().forEach(this::assign);
  }

  private void assign(Operation operation) {
    int id = operation.id();
    switch (operation.meaning()) {
      case Meaning.Moves() -> {}
      case Meaning.ForwardRead(int layer, Block block) -> reads[id] = forward(layer, block);
      case Meaning.BackwardRead(int layer, Block block) -> reads[id] = backward(layer, block);
      case Meaning.Update(int layer, Block block) -> updates[id] = update(layer, block);
      case Meaning.AddForward(int layer, int row) -> computes[id] = addForward(layer, row);
      case Meaning.AddBackward(int layer, int column) -> computes[id] = addBackward(layer, column);
      case Meaning.Activate(int layer, int row) -> computes[id] = activate(layer, row);
      case Meaning.Differentiate(int layer, int column) ->
          computes[id] = differentiate(layer, column);
      case Meaning.LossGradient() -> computes[id] = this::lossGradient;
      case Meaning.Classify() -> computes[id] = this::classify;
    }
  }

  private ReadTask forward(int layer, Block block) {
    CrossbarArray array = arrays.get(block.tile());
    MappedLayer mapped = mapping.layers().get(layer);
    boolean whole = mapped.blockColumns() == 1;
    int part = mapped.blocks().indexOf(block);
    return (numbers, attempt, outcome) ->
        array.readForward(
            numbers.inputs[layer],
            block.firstColumn(),
            whole ? numbers.results[layer] : numbers.partialResults[layer][part],
            whole ? block.firstRow() : 0,
            firstCycle + numbers.sample,
            attempt,
            outcome);
  }

  private ReadTask backward(int layer, Block block) {
    CrossbarArray array = arrays.get(block.tile());
    MappedLayer mapped = mapping.layers().get(layer);
    boolean whole = mapped.blockRows() == 1;
    int part = mapped.blocks().indexOf(block);
    return (numbers, attempt, outcome) ->
        array.readBackward(
            numbers.deltas[layer],
            block.firstRow(),
            whole ? numbers.inputGradients[layer] : numbers.partialGradients[layer][part],
            whole ? block.firstColumn() : 0,
            firstCycle + numbers.sample,
            attempt,
            outcome);
  }

  private UpdateTask update(int layer, Block block) {
    CrossbarArray array = arrays.get(block.tile());
    return (numbers, outcome) ->
        array.update(
            numbers.inputs[layer],
            block.firstColumn(),
            numbers.deltas[layer],
            block.firstRow(),
            learningRate,
            firstCycle + numbers.sample,
            outcome);
  }

  private ComputeTask addForward(int layer, int blockRow) {
    MappedLayer mapped = mapping.layers().get(layer);
    Block first = mapped.block(blockRow, 0);
    int columns = mapped.blockColumns();
    return numbers ->
        addParts(
            numbers.partialResults[layer],
            blockRow * columns,
            1,
            columns,
            numbers.results[layer],
            first.firstRow(),
            first.rows());
  }

  private ComputeTask addBackward(int layer, int blockColumn) {
    MappedLayer mapped = mapping.layers().get(layer);
    Block first = mapped.block(0, blockColumn);
    return numbers ->
        addParts(
            numbers.partialGradients[layer],
            blockColumn,
            mapped.blockColumns(),
            mapped.blockRows(),
            numbers.inputGradients[layer],
            first.firstColumn(),
            first.columns());
  }

  /** Sums in the order of the tiles, whatever the order in which the parts arrived. */
  private static void addParts(
      float[][] parts, int first, int stride, int count, float[] sum, int offset, int length) {
    System.arraycopy(parts[first], 0, sum, offset, length);
    for (int part = 1; part < count; part++) {
      float[] addend = parts[first + part * stride];
      for (int i = 0; i < length; i++) {
        sum[offset + i] += addend[i];
      }
    }
  }

  private ComputeTask activate(int layer, int blockRow) {
    MappedLayer mapped = mapping.layers().get(layer);
    Block block = mapped.block(blockRow, 0);
    return numbers -> {
      float[] next = numbers.inputs[layer + 1];
      System.arraycopy(
          numbers.results[layer], block.firstRow(), next, block.firstRow(), block.rows());
      Activations.apply(
          kernels, mapped.layer().activation(), next, block.firstRow(), block.rows());
    };
  }

  private ComputeTask differentiate(int layer, int blockColumn) {
    MappedLayer mapped = mapping.layers().get(layer);
    Block block = mapped.block(0, blockColumn);
    int first = block.firstColumn();
    int count = Math.min(block.columns(), mapped.layer().inputs() - first);
    return numbers -> {
      float[] delta = numbers.deltas[layer - 1];
      System.arraycopy(numbers.inputGradients[layer], first, delta, first, count);
      Activations.differentiate(
          kernels,
          mapping.layers().get(layer - 1).layer().activation(),
          numbers.inputs[layer],
          delta,
          first,
          count);
    };
  }

  private void lossGradient(SampleNumbers numbers) {
    int last = mapping.layers().size() - 1;
    float[] results = numbers.results[last];
    lossSum +=
        kernels.softmaxCrossEntropy(
            results, 0, results.length, numbers.label, numbers.deltas[last], 0);
  }

  private void classify(SampleNumbers numbers) {
    float[] results = numbers.results[mapping.layers().size() - 1];
    int best = 0;
    for (int i = 1; i < results.length; i++) {
      if (results[i] > results[best]) {
        best = i;
      }
    }
    if (best != numbers.label) {
      errors++;
    }
  }

  /** Starts a pass: sums at zero, sample numbers counted from here. */
  void startPass(long firstSampleOfPass, float newLearningRate, int[] order) {
    firstSample = firstSampleOfPass;
    learningRate = newLearningRate;
    lossSum = 0;
    errors = 0;
    feed.setOrder(order);
  }

  /** Sum of the losses of this pass, nats. */
  double lossSum() {
    return lossSum;
  }

  /** Misclassified samples of this pass. */
  long errors() {
    return errors;
  }

  @Override
  public void sampleStarted(int slot, long sample) {
    SampleNumbers numbers = slots[slot];
    numbers.sample = sample;
    numbers.label = feed.load((int) (sample - firstSample), numbers.inputs[0]);
  }

  @Override
  public void read(int operation, int slot, int attempt, ReadOutcome outcome) {
    reads[operation].read(slots[slot], attempt, outcome);
  }

  @Override
  public void update(int operation, int slot, UpdateOutcome outcome) {
    updates[operation].update(slots[slot], outcome);
  }

  @Override
  public void compute(int operation, int slot) {
    computes[operation].compute(slots[slot]);
  }

  @Override
  public void sampleFinished(int slot) {}
}
