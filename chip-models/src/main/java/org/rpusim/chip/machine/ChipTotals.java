package org.rpusim.chip.machine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.function.Function;
import org.rpusim.chip.tile.Tile;
import org.rpusim.chip.tile.TileCounts;
import org.rpusim.core.server.TimeLedger;
import org.rpusim.core.stats.Counter;

/**
 * What the components of a chip have accounted and counted, apart from counts that depend on
 * numbers: so what a stretch of a schedule adds, each time that it is the same.
 */
public final class ChipTotals {
  private final ImmutableList<TimeLedger> ledgers;
  private final ImmutableList<Counter> counters;
  private final int width;

  /** Of all components of a chip. */
  public ChipTotals(Chip chip) {
    this(chip, TileCounts::ofNumbers);
  }

  /**
   * Of all components of a chip.
   *
   * @param without counters of a tile that are none of these totals
   */
  public ChipTotals(Chip chip, Function<TileCounts, ImmutableSet<Counter>> without) {
    ImmutableSet.Builder<Counter> numbers = ImmutableSet.builder();
    for (Tile tile : chip.tiles()) {
      numbers.addAll(without.apply(tile.counts()));
    }
    ImmutableSet<Counter> ofNumbers = numbers.build();
    ImmutableList.Builder<Counter> schedule = ImmutableList.builder();
    chip.counters().counters().stream()
        .filter(counter -> !ofNumbers.contains(counter))
        .forEach(schedule::add);
    schedule.addAll(chip.servedCounters());
    this.counters = schedule.build();
    this.ledgers = ImmutableList.copyOf(chip.accounts().stream().map(Account::ledger).iterator());
    this.width = ledgers.stream().mapToInt(TimeLedger::width).sum() + counters.size();
  }

  /** All totals as they are now. */
  public long[] capture() {
    long[] totals = new long[width];
    int at = 0;
    for (TimeLedger ledger : ledgers) {
      ledger.capture(totals, at);
      at += ledger.width();
    }
    for (Counter counter : counters) {
      totals[at++] = counter.get();
    }
    return totals;
  }

  /** The time since each component's last work is explained by the history of a token. */
  public void settle(int token, long nowPs) {
    for (TimeLedger ledger : ledgers) {
      ledger.settle(token, nowPs);
    }
  }

  /**
   * Adds differences of totals for stretches of time that repeat one; the present stays as it is.
   *
   * @param durationPs length of the stretch, ps
   */
  public void repeat(long[] differences, long times, long durationPs) {
    int at = 0;
    for (TimeLedger ledger : ledgers) {
      ledger.repeat(differences, at, times, durationPs);
      at += ledger.width();
    }
    for (Counter counter : counters) {
      counter.add(Math.multiplyExact(times, differences[at++]));
    }
  }

  /** Adds differences of totals a number of times; all time until now is accounted by them. */
  public void add(long[] differences, long times, long nowPs) {
    int at = 0;
    for (TimeLedger ledger : ledgers) {
      ledger.add(differences, at, times, nowPs);
      at += ledger.width();
    }
    for (Counter counter : counters) {
      counter.add(times * differences[at++]);
    }
  }
}
