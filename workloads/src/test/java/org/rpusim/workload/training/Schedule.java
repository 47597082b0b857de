package org.rpusim.workload.training;

import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.workload.execution.Numbers;

/** Writes down which array cycle of which sample came when. */
final class Schedule implements Numbers {
  private final Numbers inner;
  private final SmallTraining training;
  private final long[] samples;

  /** The array cycles in their order. */
  final List<Cycle> cycles = new ArrayList<>();

  /**
   * An array cycle.
   *
   * @param sample its sample, counted from 0
   * @param step such as {@code W2 backward}
   * @param startPs when it began
   */
  record Cycle(long sample, String step, long startPs) {}

  Schedule(Numbers inner, SmallTraining training, int inFlight) {
    this.inner = inner;
    this.training = training;
    this.samples = new long[inFlight];
  }

  /** The cycles as {@code sample:step}, the step shortened to its layer and first letter. */
  List<String> words() {
    return cycles.stream()
        .map(c -> c.sample() + ":" + c.step().substring(0, 2) + c.step().charAt(3))
        .toList();
  }

  private void add(int operation, int slot) {
    String[] words = training.program.operations().get(operation).name().split(" ", -1);
    cycles.add(new Cycle(samples[slot], words[0] + " " + words[1], training.engine.nowPs()));
  }

  @Override
  public void sampleStarted(int slot, long sample) {
    samples[slot] = sample;
    inner.sampleStarted(slot, sample);
  }

  @Override
  public void read(int operation, int slot, int attempt, ReadOutcome outcome) {
    add(operation, slot);
    inner.read(operation, slot, attempt, outcome);
  }

  @Override
  public void readBurst(int operation, int slot, BurstOutcome outcome) {
    add(operation, slot);
    inner.readBurst(operation, slot, outcome);
  }

  @Override
  public void update(int operation, int slot, UpdateOutcome outcome) {
    add(operation, slot);
    inner.update(operation, slot, outcome);
  }

  @Override
  public void compute(int operation, int slot) {
    inner.compute(operation, slot);
  }

  @Override
  public void sampleFinished(int slot) {
    inner.sampleFinished(slot);
  }
}
