package org.rpusim.workload.recurrent.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.execution.Numbers;

/** Sequences of several parts of a text under way together: who begins when, and at what pace. */
class SequencesInFlightTest {
  private static final long NS = 1000;
  private static final String LSTM = "layers: [{kind: lstm, units: 1}]\nunroll: 3\ninFlight: ";

  /** Everything but the arrays is fast: 0.8 bits a ps, 1,000 operations a ns, no latency. */
  private static final ChipSpec SLOW_ARRAYS =
      TestCases.chip(
          TestCases.FLOATING_POINT,
          "tile.readTime=1 us",
          "adc.linesPerConverter=1",
          "adc.conversionRate=1000 MHz",
          "tile.linkBandwidth=100 GB/s",
          "memory.bandwidth=100 GB/s",
          "memory.latency=0 ns",
          "interconnect.bandwidth=100 GB/s",
          "interconnect.latency=0 ns",
          "digital.rate=1000 GOps/s",
          "management.noiseForward=off",
          "management.noiseBackward=off",
          "management.boundForward=off");

  /** Tells of each sequence that begins and ends. */
  private record Watch(
      Numbers inner, BiConsumer<Integer, Long> began, BiConsumer<Integer, Long> ended)
      implements Numbers {
    @Override
    public void sampleStarted(int slot, long sample) {
      began.accept(slot, sample);
      inner.sampleStarted(slot, sample);
    }

    @Override
    public boolean takesAnother(int slot) {
      return inner.takesAnother(slot);
    }

    @Override
    public void read(int operation, int slot, int attempt, ReadOutcome outcome) {
      inner.read(operation, slot, attempt, outcome);
    }

    @Override
    public void update(int operation, int slot, UpdateOutcome outcome) {
      inner.update(operation, slot, outcome);
    }

    @Override
    public void compute(int operation, int slot) {
      inner.compute(operation, slot);
    }

    @Override
    public void sampleFinished(int slot) {
      ended.accept(slot, 0L);
      inner.sampleFinished(slot);
    }
  }

  private static SmallText training(ChipSpec chip, String yaml) {
    return new SmallText(chip, SmallText.spec(yaml), SmallText.text(900, 2));
  }

  private static long endNs(int inFlight, int batches) {
    return training(SLOW_ARRAYS, LSTM + inFlight).train(batches).endPs() / NS;
  }

  /**
   * The output layer's array is the busiest: 3 forward reads, 3 backward ones and 3 updates a
   * sequence, while the block's has one read less, as nothing lies below its first time step.
   * Converters work beside the array. With enough sequences in flight the array never waits, so
   * that a sequence takes what its cycles take; one by one, sequences take longer.
   */
  @Test
  void withEnoughInFlightASequenceTakesTheArraysCyclesAlone() {
    long updateNs = SLOW_ARRAYS.update().bitLength() * SLOW_ARRAYS.update().slotPs() / NS;
    long cycles = 6 * 1000 + 3 * updateNs;
    int inFlight = 12;
    long six = endNs(inFlight, 6 * inFlight);
    for (int more = 1; more <= 4; more++) {
      long later = endNs(inFlight, (6 + more) * inFlight);
      assertThat(later - six).isEqualTo(cycles * more * inFlight);
    }
    assertThat(endNs(1, 7) - endNs(1, 6)).isGreaterThan(cycles);
  }

  /** One sequence at a time leaves the array idle while cells and links work. */
  @Test
  void aSequenceBeginsBeforeThoseOfTheLastRoundHaveAllEnded() {
    List<String> log = new ArrayList<>();
    SmallText training = training(SLOW_ARRAYS, LSTM + 3);
    training.train(
        9,
        inner ->
            new Watch(
                inner,
                (slot, sample) -> log.add("+" + slot),
                (slot, sample) -> log.add("-" + slot)));
    assertThat(log).hasSize(18).startsWith("+0", "+1", "+2");
    int underWay = 0;
    for (int i = 0; i < log.size() - 3; i++) {
      underWay += log.get(i).startsWith("+") ? 1 : -1;
      assertThat(i < 3 || underWay >= 2).as("after %s of %s", i, log).isTrue();
    }
  }

  /** 144 bytes for three are 48 for each, which is three of its time steps. */
  @Test
  void sequencesUnderWayTogetherShareTheBuffers() {
    String yaml = "layers: [{kind: lstm, units: 1}]\nunroll: 6\ninFlight: ";
    ChipSpec tight = TestCases.chip(TestCases.FLOATING_POINT, "digital.buffer=48 B");
    ChipSpec wide = TestCases.chip(TestCases.FLOATING_POINT, "digital.buffer=144 B");
    long one = memoryBits(training(tight, yaml + 1).train(3));
    assertThat(memoryBits(training(wide, yaml + 3).train(3))).isEqualTo(one);
    assertThat(memoryBits(training(wide, yaml + 1).train(3))).isLessThan(one);
  }

  private static long memoryBits(SmallText training) {
    return training.counts().getOrDefault("memory.bits", 0L);
  }

  /** Retries of bound management come when they come, so that slots do not keep pace. */
  @Test
  void everySequenceOfEveryPartIsReadOnceWhateverThePaceOfItsSlot() {
    ChipSpec chip = TestCases.chip("adc.outputBound=0.2", "management.boundForward=iterative");
    SmallText training = training(chip, "layers: [{kind: lstm, units: 3}]\nunroll: 3\ninFlight: 4");
    int[] begun = new int[4];
    List<Integer> order = new ArrayList<>();
    int sequences = 719 / 4 / 3;
    training.train(
        4 * sequences,
        inner ->
            new Watch(
                inner,
                (slot, sample) -> {
                  begun[slot]++;
                  order.add(slot);
                },
                (slot, sample) -> {}));
    assertThat(begun).containsOnly(sequences);
    List<Integer> rounds = new ArrayList<>();
    for (int i = 0; i < 4 * sequences; i++) {
      rounds.add(i % 4);
    }
    assertThat(order).as("they overtake one another").isNotEqualTo(rounds);
    SmallText again = training(chip, "layers: [{kind: lstm, units: 3}]\nunroll: 3\ninFlight: 4");
    assertThat(again.train(4 * sequences).trainedBits()).isEqualTo(training.trainedBits());
    assertThat(again.endPs()).isEqualTo(training.endPs());
  }
}
