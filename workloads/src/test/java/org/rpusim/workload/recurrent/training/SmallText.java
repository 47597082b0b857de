package org.rpusim.workload.recurrent.training;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.function.UnaryOperator;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.accounting.Period;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.Numbers;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.recurrent.RecurrentNetwork;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.WorkloadReader;
import org.rpusim.workload.text.Texts;
import org.rpusim.workload.training.NetworkArrays;

/** A recurrent network on a simulated chip and a text, with everything within reach of a test. */
final class SmallText {
  static final float LEARNING_RATE = 0.05f;
  static final long SEED = 7;

  final ChipSpec chip;
  final LanguageModelSpec spec;
  final RecurrentNetwork network;
  final Mapping mapping;
  final Program program;
  final ImmutableList<CrossbarArray> arrays;
  final Engine engine = new Engine(new TimingWheel());
  final Executor executor;
  final Period period;
  final RecurrentNumbers numbers;
  private final ProgramState state;

  /** A training that has not begun. */
  SmallText(ChipSpec chip, LanguageModelSpec spec, DataSet text) {
    this(chip, spec, text, "scalar", true);
  }

  SmallText(
      ChipSpec chip, LanguageModelSpec spec, DataSet text, String kernelsName, boolean forward) {
    this.chip = chip;
    this.spec = spec;
    Kernels kernels = Kernels.of(kernelsName);
    network = spec.network(text.classes());
    mapping = Mapper.map(network.matrices(), chip);
    program = TextTrainer.trainingProgram(spec, network, mapping, chip);
    arrays = NetworkArrays.create(mapping, SEED, kernels);
    state = new ProgramState(program, spec.inFlight());
    executor = new Executor(engine, chip, mapping, state.tokens(), forward);
    period = new Period(engine, executor.chip());
    numbers =
        new RecurrentNumbers(
            program,
            network,
            mapping,
            arrays,
            kernels,
            TextTrainer.trainingFeed(spec, text),
            TextTrainer.rules(spec),
            new Dropout(spec.dropout(), SEED, network.layers().size()),
            spec.unroll(),
            spec.inFlight(),
            0);
  }

  /** A workload as a file describes it, from the key {@code layers} on. */
  static LanguageModelSpec spec(String yaml) {
    String file = "workload:\n  kind: language-model\n" + yaml.indent(2);
    Node.Mapping tree = YamlReader.read("a test", file);
    return (LanguageModelSpec) WorkloadReader.read(tree, "made-up", ImmutableSet.of()).spec();
  }

  /** A text of random letters. */
  static DataSet text(int characters, int symbols) {
    TestCases random = new TestCases(11);
    byte[] text = new byte[characters];
    for (int i = 0; i < characters; i++) {
      text[i] = (byte) ('a' + (i < symbols ? i : random.between(0, symbols - 1)));
    }
    return Texts.split("made-up", text, 0.2);
  }

  /** Trains with the first batches of the text. */
  SmallText train(int batches) {
    return train(batches, inner -> inner);
  }

  /** As {@link #train(int)}, with something between the chip and the numbers. */
  SmallText train(int batches, UnaryOperator<Numbers> wrap) {
    numbers.startPass(0, LEARNING_RATE);
    period.begin();
    executor.run(state, wrap.apply(numbers), 0, batches, () -> true);
    period.end();
    return this;
  }

  /** When the training ended, ps. */
  long endPs() {
    return engine.nowPs();
  }

  /** Every exact count of the chip. */
  ImmutableSortedMap<String, Long> counts() {
    return executor.chip().counters().snapshot();
  }

  /** A weight by its place in its matrix, wherever it is mapped. */
  float weight(int matrix, int row, int column) {
    Block block = block(matrix, row, column);
    return arrays.get(block.tile()).weight(row - block.firstRow(), column - block.firstColumn());
  }

  /** Writes a weight; see {@link #weight}. */
  void setWeight(int matrix, int row, int column, float weight) {
    Block block = block(matrix, row, column);
    CrossbarArray array = arrays.get(block.tile());
    array.setWeight(row - block.firstRow(), column - block.firstColumn(), weight);
  }

  private Block block(int matrix, int row, int column) {
    for (Block block : mapping.of(matrix).blocks()) {
      if (row >= block.firstRow()
          && row < block.firstRow() + block.rows()
          && column >= block.firstColumn()
          && column < block.firstColumn() + block.columns()) {
        return block;
      }
    }
    throw new IllegalArgumentException("no such weight");
  }

  /** The bits of all weights, matrix by matrix, and of the loss. */
  long[] trainedBits() {
    long[] bits = new long[1 + (int) network.matrices().weights()];
    int at = 0;
    for (var mapped : mapping.layers()) {
      for (int row = 0; row < mapped.layer().rows(); row++) {
        for (int column = 0; column < mapped.layer().columns(); column++) {
          bits[at++] = Float.floatToRawIntBits(weight(mapped.index(), row, column));
        }
      }
    }
    bits[at] = Double.doubleToRawLongBits(numbers.lossSum());
    return bits;
  }
}
