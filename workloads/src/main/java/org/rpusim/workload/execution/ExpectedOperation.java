package org.rpusim.workload.execution;

import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.chip.tile.ArrayCycle.Kind;
import org.rpusim.chip.tile.TileCounts;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.workload.spec.ExpectedSpec;

/**
 * What is expected of one array operation of a program. Retries and the slots of trains decide how
 * long it takes and are part of the schedule; the time that inputs are on and the pulses decide
 * energy alone, so that any number of them may be counted at once.
 */
final class ExpectedOperation {
  final ArrayCycle cycle;
  private final MeanPattern retries;
  private final MeanPattern slots;
  private final MeanPattern onSteps;
  private final MeanPattern retryOnSteps;
  private final MeanPattern rowPulses;
  private final MeanPattern columnPulses;
  private final MeanPattern coincidences;

  /** First attempts, retries and slots so far. */
  private long attempts;

  private long retried;
  private long slotsSent;

  /**
   * @param levels steps of the time that an input can be on
   * @param bitLength slots of the longest train
   */
  ExpectedOperation(ArrayCycle cycle, ExpectedSpec spec, int levels, int bitLength) {
    this.cycle = cycle;
    boolean update = cycle.kind() == Kind.UPDATE;
    boolean read = !update;
    double activity = cycle.kind() == Kind.FORWARD ? spec.inputActivity() : spec.gradientActivity();
    long mostSteps = read ? (long) cycle.inputLines() * levels : 0;
    double slotsOfTrain = spec.trainSlots() == 0 ? bitLength : spec.trainSlots();
    long rows = update ? cycle.outputLines() : 0;
    long columns = update ? cycle.inputLines() : 0;
    this.retries = MeanPattern.of(cycle.maxRetries() > 0 ? spec.retries() : 0, 1);
    this.slots = MeanPattern.of(update ? slotsOfTrain : 0, 1);
    this.onSteps = MeanPattern.of(activity, mostSteps);
    this.retryOnSteps = MeanPattern.of(activity / 2, mostSteps);
    this.rowPulses = MeanPattern.of(spec.rowPulses(), rows);
    this.columnPulses = MeanPattern.of(spec.columnPulses(), columns);
    this.coincidences = MeanPattern.of(spec.rowPulses() * spec.columnPulses(), rows * columns);
  }

  /** Retries of the next vector. */
  int nextRetries() {
    return (int) retries.next();
  }

  /** Slots of the next updates. */
  int nextSlots(int updates) {
    int sent = Math.toIntExact(slots.take(updates));
    slotsSent += sent;
    return sent;
  }

  /** Time that inputs are on in some first attempts. */
  long firstSteps(long vectors) {
    attempts += vectors;
    return onSteps.take(vectors);
  }

  /** Time that inputs are on in some retries. */
  long retrySteps(long reads) {
    retried += reads;
    return retryOnSteps.take(reads);
  }

  /** Pulses on rows in some slots. */
  long rowPulses(long count) {
    return rowPulses.take(count);
  }

  /** Pulses on columns in some slots. */
  long columnPulses(long count) {
    return columnPulses.take(count);
  }

  /** Coincidences in some slots. */
  long coincidences(long count) {
    return coincidences.take(count);
  }

  /** Writes what decides the schedule. */
  void describe(RelativeState state) {
    state.put(retries.carry());
    state.put(slots.carry());
  }

  /** What it has done so far, three numbers. */
  void capture(long[] done, int at) {
    done[at] = attempts;
    done[at + 1] = retried;
    done[at + 2] = slotsSent;
  }

  /** Counts what it does in stretches that repeat the one since a capture. */
  void repeat(long[] before, int at, long times, TileCounts counts) {
    long vectors = Math.multiplyExact(times, attempts - before[at]);
    long reads = Math.multiplyExact(times, retried - before[at + 1]);
    long sent = Math.multiplyExact(times, slotsSent - before[at + 2]);
    count(vectors, reads, sent, counts);
  }

  /** Counts what it does, from the beginning, in some samples: no order changes the sums. */
  void countSamples(long samples, TileCounts counts) {
    long times = Math.multiplyExact(samples, (long) cycle.count());
    if (cycle.kind() == Kind.UPDATE) {
      count(0, 0, slots.take(times), counts);
    } else {
      count(times, retries.take(times), 0, counts);
    }
  }

  private void count(long vectors, long reads, long sent, TileCounts counts) {
    long steps = Math.addExact(firstSteps(vectors), retrySteps(reads));
    counts.deviceSteps.add(Math.multiplyExact(steps, (long) cycle.poweredLines()));
    long rows = rowPulses(sent);
    long columns = columnPulses(sent);
    counts.rowPulses.add(rows);
    counts.columnPulses.add(columns);
    counts.halfSelectedDevices.add(
        Math.addExact(
            Math.multiplyExact(rows, (long) cycle.inputLines()),
            Math.multiplyExact(columns, (long) cycle.outputLines())));
    counts.coincidences.add(coincidences(sent));
    slotsSent += sent;
  }
}
