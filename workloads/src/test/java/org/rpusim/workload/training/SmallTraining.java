package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.function.UnaryOperator;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.accounting.EnergyBreakdown;
import org.rpusim.workload.accounting.Period;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.Numbers;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.program.NetworkCompiler;
import org.rpusim.workload.program.Program;

/** One pass of training on a simulated chip, with everything within reach of a test. */
public final class SmallTraining {
  static final float LEARNING_RATE = 0.05f;
  static final long SEED = 7;

  public final ChipSpec chip;
  public final Mapping mapping;
  public final Program program;
  public final ImmutableList<CrossbarArray> arrays;
  public final Engine engine = new Engine(new TimingWheel());
  public final Executor executor;
  public final Period period;
  private final ProgramState state;
  private final NetworkNumbers numbers;

  /** A training that has not begun, strict SGD. */
  public SmallTraining(ChipSpec chip, Network network, DataSet data) {
    this(chip, network, data, 1);
  }

  /**
   * A training that has not begun.
   *
   * @param inFlight samples under way together
   */
  public SmallTraining(ChipSpec chip, Network network, DataSet data, int inFlight) {
    this(chip, network, data, inFlight, 1);
  }

  /**
   * A training that has not begun.
   *
   * @param inFlight batches under way together
   * @param batch samples of a batch
   */
  public SmallTraining(ChipSpec chip, Network network, DataSet data, int inFlight, int batch) {
    this(chip, network, data, inFlight, batch, false);
  }

  /** The same, with rows of convolutions sent on as they are there where {@code streaming}. */
  public SmallTraining(
      ChipSpec chip, Network network, DataSet data, int inFlight, int batch, boolean streaming) {
    this.chip = chip;
    mapping = Mapper.map(network, chip);
    program = NetworkCompiler.training(mapping, chip, batch, streaming);
    Kernels kernels = Kernels.of("scalar");
    arrays = NetworkArrays.create(mapping, SEED, kernels);
    state = new ProgramState(program, inFlight);
    executor = new Executor(engine, chip, mapping, state.tokens(), true);
    period = new Period(engine, executor.chip());
    numbers =
        new NetworkNumbers(program, mapping, arrays, kernels, Feed.training(data), inFlight, 0);
  }

  /** Trains with the first samples of the set, in its order. */
  public SmallTraining train(int samples) {
    return train(samples, inner -> inner);
  }

  /** As {@link #train(int)}, with something between the chip and the numbers. */
  public SmallTraining train(int samples, UnaryOperator<Numbers> wrap) {
    numbers.startPass(0, 0, LEARNING_RATE, new int[0]);
    period.begin();
    executor.run(state, wrap.apply(numbers), 0, samples / program.batch(), () -> true);
    period.end();
    return this;
  }

  /** When the training ended, ps. */
  public long endPs() {
    return engine.nowPs();
  }

  /** Sum of the losses, nats. */
  public double loss() {
    return numbers.lossSum();
  }

  /** Every exact count of the chip. */
  public ImmutableSortedMap<String, Long> counts() {
    return executor.chip().counters().snapshot();
  }

  /** Energy of the training, J. */
  public double joules() {
    return new EnergyBreakdown(chip, mapping.chipOfTile(), period).totalJoules();
  }

  /** The bits of all weights, layer by layer in the order of the matrices, and of the loss. */
  public long[] trainedBits() {
    long[] bits =
        new long[1 + (int) mapping.layers().stream().mapToLong(l -> l.layer().weights()).sum()];
    int at = 0;
    for (var layer : mapping.layers()) {
      for (int row = 0; row < layer.layer().rows(); row++) {
        for (int column = 0; column < layer.layer().columns(); column++) {
          bits[at++] = Float.floatToRawIntBits(weight(layer.index(), row, column));
        }
      }
    }
    bits[at] = Double.doubleToRawLongBits(numbers.lossSum());
    return bits;
  }

  /**
   * A weight by its place in the matrix, wherever it is mapped.
   *
   * @param layer position in the network
   */
  public float weight(int layer, int row, int column) {
    Block block = block(layer, row, column);
    return arrays.get(block.array()).weight(row - block.firstRow(), column - block.firstColumn());
  }

  /** Writes a weight; see {@link #weight}. */
  public void setWeight(int layer, int row, int column, float weight) {
    Block block = block(layer, row, column);
    CrossbarArray array = arrays.get(block.array());
    array.setWeight(row - block.firstRow(), column - block.firstColumn(), weight);
  }

  private Block block(int layer, int row, int column) {
    for (Block block : mapping.of(layer).blocks()) {
      if (row >= block.firstRow()
          && row < block.firstRow() + block.rows()
          && column >= block.firstColumn()
          && column < block.firstColumn() + block.columns()) {
        return block;
      }
    }
    throw new IllegalArgumentException("no such weight");
  }

  /** Id of the operation of this name. */
  public int operation(String name) {
    return program.operations().stream()
        .filter(operation -> operation.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
