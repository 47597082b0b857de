package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.execution.Numbers;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.Band;
import org.rpusim.workload.program.Meaning;
import org.rpusim.workload.program.Operation;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.program.Step;

/** The numbers of a network, computed operation by operation. */
final class NetworkNumbers implements Numbers {
  private interface ReadTask {
    void read(SampleNumbers numbers, int attempt, ReadOutcome outcome);
  }

  private interface BurstTask {
    void read(SampleNumbers numbers, BurstOutcome outcome);
  }

  private interface UpdateTask {
    void update(SampleNumbers numbers, UpdateOutcome outcome);
  }

  private interface ComputeTask {
    void compute(SampleNumbers numbers);
  }

  private final DigitalNumbers digital;
  private final MatrixNumbers[] matrices;
  private final Feed feed;
  private final Kernels kernels;
  private final int batch;
  private final SampleNumbers[] slots;
  private final int[] elements;
  private final ReadTask[] reads;
  private final BurstTask[] bursts;
  private final UpdateTask[] updates;
  private final ComputeTask[] computes;
  private float learningRate;
  private double lossSum;
  private long errors;
  private long firstSample;
  private int firstPosition;

  /**
   * @param firstCycle offset of cycle numbers, so that training and evaluation draw apart
   */
  NetworkNumbers(
      Program program,
      Mapping mapping,
      ImmutableList<CrossbarArray> arrays,
      Kernels kernels,
      Feed feed,
      int slots,
      long firstCycle) {
    this.feed = feed;
    this.kernels = kernels;
    this.batch = program.batch();
    this.digital = new DigitalNumbers(mapping.network(), kernels);
    this.matrices = new MatrixNumbers[mapping.network().layers().size()];
    for (MappedLayer layer : mapping.layers()) {
      matrices[layer.index()] = new MatrixNumbers(layer, arrays, kernels, firstCycle);
    }
    this.slots = new SampleNumbers[slots * batch];
    for (int i = 0; i < this.slots.length; i++) {
      this.slots[i] = new SampleNumbers(mapping);
    }
    int operations = program.operations().size();
    this.elements = program.operations().stream().mapToInt(Operation::element).toArray();
    this.reads = new ReadTask[operations];
    this.bursts = new BurstTask[operations];
    this.updates = new UpdateTask[operations];
    this.computes = new ComputeTask[operations];
    program.operations().forEach(this::assign);
  }

  private void assign(Operation operation) {
    int id = operation.id();
    switch (operation.meaning()) {
      case Meaning.Moves() -> {}
      case Meaning.ForwardRead(int layer, Block block) -> {
        BlockNumbers of = matrices[layer].of(block, retries(operation));
        reads[id] = of::readForward;
        bursts[id] = of::readForwardBurst;
      }
      case Meaning.ForwardBand(int layer, Block block, Band band) -> {
        MatrixNumbers of = matrices[layer];
        BandNumbers numbers = of.ofBand(block, band, retries(operation));
        bursts[id] = (n, outcome) -> numbers.read(n, of.cycle(n), outcome);
      }
      case Meaning.BackwardRead(int layer, Block block) -> {
        BlockNumbers of = matrices[layer].of(block, retries(operation));
        reads[id] = of::readBackward;
        bursts[id] = of::readBackwardBurst;
      }
      case Meaning.Update(int layer, Block block) -> {
        BlockNumbers of = matrices[layer].of(block, 0);
        updates[id] = (numbers, outcome) -> of.update(numbers, learningRate, outcome);
      }
      default -> computes[id] = compute(operation.meaning());
    }
  }

  private static int retries(Operation operation) {
    return operation.step() instanceof Step.RunArray(int tile, var cycle) ? cycle.maxRetries() : 0;
  }

  private ComputeTask compute(Meaning meaning) {
    return switch (meaning) {
      case Meaning.AddForward(int layer, int row) -> n -> matrices[layer].addForward(n, row);
      case Meaning.AddBackward(int layer, int column) ->
          n -> matrices[layer].addBackward(n, column);
      case Meaning.Fold(int layer) -> n -> matrices[layer].fold(n);
      case Meaning.Activate(int layer, int first, int count) ->
          n -> {
            matrices[layer].moveResults(n, first, count);
            digital.activate(n, layer, first, count);
          };
      case Meaning.AddForwardBand(int layer, int row, Band band) ->
          n -> matrices[layer].addForwardBand(n, row, band);
      case Meaning.ActivateBand(int layer, int first, int channels, Band band) ->
          n -> {
            matrices[layer].moveBand(n, first, channels, band);
            digital.activateBand(n, layer, first, channels, band);
          };
      case Meaning.PoolBand(int layer, int first, int channels, Band band) ->
          n -> digital.poolBand(n, layer, first, channels, band);
      case Meaning.Pool(int layer, int first, int count) ->
          n -> digital.pool(n, layer, first, count);
      case Meaning.Unpool(int layer, int first, int count) ->
          n -> digital.unpool(n, layer, first, count);
      case Meaning.Add(int layer, int first, int count) -> n -> digital.add(n, layer, first, count);
      case Meaning.AddGradients(int layer) -> n -> digital.addGradients(n, layer);
      case Meaning.Differentiate(int layer, int first, int count) ->
          n -> digital.differentiate(n, layer, first, count);
      case Meaning.LossGradient() -> n -> lossSum += digital.loss(n);
      case Meaning.Classify() -> n -> errors += digital.isRight(n) ? 0 : 1;
      default -> throw new IllegalArgumentException(meaning + " is no work of a digital unit");
    };
  }

  /**
   * Starts a pass, or goes on with one: sums at zero.
   *
   * @param firstSampleOfPass number of the pass's first sample
   * @param position how many samples of the pass are done
   */
  void startPass(long firstSampleOfPass, int position, float newLearningRate, int[] order) {
    firstSample = firstSampleOfPass;
    firstPosition = position;
    learningRate = newLearningRate;
    lossSum = 0;
    errors = 0;
    feed.setOrder(order);
  }

  /** Takes over the sum of the losses of what was done of this pass before. */
  void resumeLoss(double sum) {
    lossSum = sum;
  }

  /** Sum of the losses of this pass, nats. */
  double lossSum() {
    return lossSum;
  }

  /** Misclassified samples of this pass. */
  long errors() {
    return errors;
  }

  /** Takes the samples of a batch; batches are counted from 0 in each pass. */
  @Override
  public void sampleStarted(int slot, long batchOfPass) {
    for (int element = 0; element < batch; element++) {
      SampleNumbers numbers = slots[slot * batch + element];
      int position = firstPosition + (int) batchOfPass * batch + element;
      numbers.sample = firstSample + position;
      numbers.label = feed.load(position, numbers.sampleInput, kernels);
    }
  }

  private SampleNumbers sample(int operation, int slot) {
    return slots[slot * batch + elements[operation]];
  }

  @Override
  public void read(int operation, int slot, int attempt, ReadOutcome outcome) {
    reads[operation].read(sample(operation, slot), attempt, outcome);
  }

  @Override
  public void readBurst(int operation, int slot, BurstOutcome outcome) {
    bursts[operation].read(sample(operation, slot), outcome);
  }

  @Override
  public void update(int operation, int slot, UpdateOutcome outcome) {
    updates[operation].update(sample(operation, slot), outcome);
  }

  @Override
  public void compute(int operation, int slot) {
    computes[operation].compute(sample(operation, slot));
  }

  @Override
  public void sampleFinished(int slot) {}
}
