package org.rpusim.workload.execution;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.machine.ChipTotals;
import org.rpusim.chip.tile.TileCounts;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.server.CausalLog;

/**
 * Finds out when a schedule repeats itself. At the end of a sample it writes down all that decides
 * how the simulation goes on and compares it, number by number, with what it wrote at an earlier
 * one; where both are equal, all that happened in between happens again, and need not be simulated
 * to be counted. The earlier one is taken anew after 1, 2, 4, 8 … comparisons (Brent 1980), so that
 * any period is found soon after the schedule has settled.
 */
final class PeriodFinder {
  /** Comparisons after which a schedule counts as one that does not repeat. */
  private static final int MOST_COMPARISONS = 16_384;

  private final Engine engine;
  private final CausalLog log;
  private final Chip chip;
  private final ProgramState program;
  private final ExpectedActivity numbers;
  private final ChipTotals totals;
  private RelativeState reference = new RelativeState();
  private RelativeState present = new RelativeState();
  private int comparisons;
  private int nextReference;
  private long[] totalsBefore = new long[0];
  private long[] activityBefore = new long[0];
  private long beforePs;
  private long beforeEvents;
  private long beforeSample;

  PeriodFinder(
      Engine engine, CausalLog log, Chip chip, ProgramState program, ExpectedActivity numbers) {
    this.engine = engine;
    this.log = log;
    this.chip = chip;
    this.program = program;
    this.numbers = numbers;
    this.totals = new ChipTotals(chip, TileCounts::ofActivity);
  }

  /** Whether it goes on comparing. */
  boolean isSearching() {
    return comparisons < MOST_COMPARISONS;
  }

  /**
   * Looks at the present, between two events.
   *
   * @param sample samples started so far
   * @return samples of the period that has just ended; 0 where there is none
   */
  long compare(long sample) {
    describe();
    if (present.unknown() != null) {
      comparisons = MOST_COMPARISONS;
      return 0;
    }
    if (comparisons > 0 && present.isSameAs(reference)) {
      return sample - beforeSample;
    }
    if (comparisons == nextReference) {
      remember(sample);
      nextReference = Math.max(1, 2 * nextReference);
    }
    comparisons++;
    return 0;
  }

  private void describe() {
    present.begin(engine.nowPs());
    engine.describe(present);
    program.describe(present, chip);
    numbers.describe(present);
    log.describe(present);
  }

  private void remember(long sample) {
    RelativeState older = reference;
    reference = present;
    present = older;
    totalsBefore = totals.capture();
    activityBefore = numbers.capture();
    beforePs = engine.nowPs();
    beforeEvents = engine.eventCount();
    beforeSample = sample;
  }

  /** Counts the period that has just ended some more times. */
  void repeat(long times) {
    long[] differences = totals.capture();
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= totalsBefore[i];
    }
    long durationPs = engine.nowPs() - beforePs;
    engine.repeat(
        Math.multiplyExact(times, durationPs),
        Math.multiplyExact(times, engine.eventCount() - beforeEvents));
    totals.repeat(differences, times, durationPs);
    numbers.repeat(activityBefore, times, chip);
  }

  /** The component that keeps time from being skipped, or null. */
  @Nullable String unknown() {
    return present.unknown();
  }
}
