package org.rpusim.workload.recurrent.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Numbers;
import org.rpusim.workload.program.Operation;

/**
 * The schedule of small sequences, by hand. Links, bus and memory carry 1 bit a ns without latency,
 * digital units do 1 operation a ns, a read takes 100 ns and 10 ns for conversion, an update 20 ns.
 * An input word has 5 bits, an output word 9, a vector 16 more for its scale, other numbers 16
 * bits.
 */
class SequenceScheduleTest {
  private static final long NS = 1000;
  private static final ChipSpec CHIP =
      TestCases.chip(
          TestCases.FLOATING_POINT,
          "tile.readTime=100 ns",
          "adc.linesPerConverter=1",
          "adc.conversionRate=100 MHz",
          "tile.linkBandwidth=0.125 GB/s",
          "memory.bandwidth=0.125 GB/s",
          "memory.latency=0 ns",
          "interconnect.bandwidth=0.125 GB/s",
          "interconnect.latency=0 ns",
          "digital.rate=1 GOps/s",
          "management.noiseForward=off",
          "management.noiseBackward=off",
          "management.boundForward=off");

  /** Notes when what is computed, in ns. */
  private static final class Recorder implements Numbers {
    private final Numbers inner;
    private final SmallText training;
    private final List<String> log;

    Recorder(Numbers inner, SmallText training, List<String> log) {
      this.inner = inner;
      this.training = training;
      this.log = log;
    }

    private void note(int id) {
      Operation operation = training.program.operations().get(id);
      long now = training.engine.nowPs();
      assertThat(now % NS).isZero();
      log.add(now / NS + " " + operation.name() + " t" + operation.element());
    }

    @Override
    public void sampleStarted(int slot, long sample) {
      inner.sampleStarted(slot, sample);
    }

    @Override
    public void read(int operation, int slot, int attempt, ReadOutcome outcome) {
      note(operation);
      inner.read(operation, slot, attempt, outcome);
    }

    @Override
    public void update(int operation, int slot, UpdateOutcome outcome) {
      note(operation);
      inner.update(operation, slot, outcome);
    }

    @Override
    public void compute(int operation, int slot) {
      note(operation);
      inner.compute(operation, slot);
    }

    @Override
    public void sampleFinished(int slot) {
      inner.sampleFinished(slot);
    }
  }

  private static SmallText training(ChipSpec chip, String yaml) {
    DataSet text = SmallText.text(100, 2);
    return new SmallText(chip, SmallText.spec(yaml), text);
  }

  private static List<String> log(String yaml) {
    List<String> log = new ArrayList<>();
    SmallText training = training(CHIP, yaml);
    training.train(1, inner -> new Recorder(inner, training, log));
    return log;
  }

  private static long endNs(ChipSpec chip, String yaml) {
    return training(chip, yaml).train(1).endPs() / NS;
  }

  /**
   * Two symbols, one unit, two time steps: matrices 4 x 4 and 2 x 2. Three symbols take 48 ns from
   * the memory and 48 on the bus. Words to tile 0 take 36, from it 52; to tile 1 26, from it 34; h
   * or its gradient on the bus 16; x and gradients of an update 72 and 52.
   */
  @Test
  void twoTimeStepsOfOneUnitDoExactlyThis() {
    assertThat(log("layers: [{kind: lstm, units: 1}]\nunroll: 2"))
        .containsExactly(
            "132 L1 forward read on tile 0 t0",
            "303 L1 cell t0",
            "339 L1 forward read on tile 0 t1",
            "345 out forward read on tile 1 t0",
            "497 loss gradient t0",
            "510 L1 cell t1",
            "552 out forward read on tile 1 t1",
            "704 loss gradient t1",
            "730 out backward read on tile 1 t1",
            "830 out backward read on tile 1 t0",
            "911 L1 gradients t1",
            "947 L1 backward read on tile 0 t1",
            "1026 out update on tile 1 t1",
            "1078 out update on tile 1 t0",
            "1131 L1 gradients t0",
            "1203 L1 update on tile 0 t1",
            "1275 L1 update on tile 0 t0");
    assertThat(endNs(CHIP, "layers: [{kind: lstm, units: 1}]\nunroll: 2")).isEqualTo(1295);
  }

  /**
   * One time step more: a symbol on memory and bus, 32; forward 36 + 110 + 52 + 9 = 207; backward
   * 22 + 36 + 110 + 52 = 220; an update's numbers, 72, in which the array's 20 are hidden.
   */
  @Test
  void inTheSteadyStateATimeStepTakesTheSumOfItsLoops() {
    String yaml = "layers: [{kind: lstm, units: 1}]\nunroll: ";
    long period = 32 + 207 + 220 + 72;
    for (int steps = 5; steps < 9; steps++) {
      assertThat(endNs(CHIP, yaml + (steps + 1)) - endNs(CHIP, yaml + steps)).isEqualTo(period);
    }
  }

  /**
   * Two blocks of one unit: the second has a matrix of 4 x 3, words to it take 31, from it 52, so
   * 202 a time step, less than the first one's 207. Its time step t is done a constant time after
   * the first one's.
   */
  @Test
  void blocksWorkAsAWaveFront() {
    List<String> log = log("layers: [{kind: lstm, units: 1}, {kind: lstm, units: 1}]\nunroll: 6");
    for (int step = 0; step < 6; step++) {
      long first = 7 * 16 * 2 + 36 + 110 + 52 + 9 + 207L * step;
      assertThat(log).contains(first + " L1 cell t" + step);
      // h on the bus, words, read, words, cell
      assertThat(log).contains(first + 16 + 31 + 110 + 52 + 9 + " L2 cell t" + step);
    }
  }

  /** x and h, gates, c and tanh(c) of a time step are 8 numbers, those of the output layer 3. */
  @Test
  void whatHasNoRoomGoesToTheMemoryAndComesBack() {
    String yaml = "layers: [{kind: lstm, units: 1}]\nunroll: 6";
    SmallText roomy = training(TestCases.chip(TestCases.FLOATING_POINT), yaml).train(1);
    long symbols = 7 * 16;
    assertThat(bits(roomy, "memory")).isEqualTo(symbols);
    // 48 bytes hold three time steps of the block, and all six of the output layer.
    ChipSpec tight = TestCases.chip(TestCases.FLOATING_POINT, "digital.buffer=48 B");
    SmallText spilling = training(tight, yaml).train(1);
    long record = 8 * 16;
    long gradients = 4 * 16;
    long update = (2 + 4) * 16;
    long more = 3 * (2 * record + gradients + update);
    assertThat(bits(spilling, "memory") - bits(roomy, "memory")).isEqualTo(more);
    assertThat(bits(spilling, "interconnect") - bits(roomy, "interconnect")).isEqualTo(more);
    assertThat(spilling.trainedBits()).isEqualTo(roomy.trainedBits());
  }

  private static long bits(SmallText training, String part) {
    return training.counts().getOrDefault(part + ".bits", 0L);
  }
}
