package org.rpusim.chip.machine;

import com.google.common.collect.ImmutableList;
import org.rpusim.core.server.TimeLedger;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;
import org.rpusim.core.stats.Counter;

/**
 * What a chip remembers while nothing is under way on it: the accounts and counts of its
 * components. All else of an idle chip follows from its configuration.
 */
public final class ChipState implements Stateful {
  private final ImmutableList<TimeLedger> ledgers;
  private final ImmutableList<Counter> counters;

  /** Of all components of a chip. */
  public ChipState(Chip chip) {
    this.ledgers = ImmutableList.copyOf(chip.accounts().stream().map(Account::ledger).iterator());
    this.counters =
        ImmutableList.<Counter>builder()
            .addAll(chip.counters().counters())
            .addAll(chip.servedCounters())
            .build();
  }

  /** Account the time since each component's last work to the history of a token. */
  public void settle(int token, long nowPs) {
    ledgers.forEach(ledger -> ledger.settle(token, nowPs));
  }

  @Override
  public void saveState(StateWriter out) {
    out.section("chip").put(ledgers.size()).put(counters.size());
    ledgers.forEach(ledger -> ledger.saveState(out));
    counters.forEach(counter -> out.put(counter.get()));
  }

  @Override
  public void loadState(StateReader in) {
    in.section("chip").requireCount(ledgers.size());
    in.requireCount(counters.size());
    ledgers.forEach(ledger -> ledger.loadState(in));
    counters.forEach(counter -> counter.add(in.count() - counter.get()));
  }
}
