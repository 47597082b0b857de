package org.rpusim.workload.accounting;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.TreeMap;
import org.rpusim.chip.machine.Account;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;

/**
 * Sums what a chip does in some stretches of time, training or evaluation, in exact integers. A
 * stretch may begin and end only when nothing is under way.
 */
public final class Period implements Stateful {
  private static final int BUSY = 0;
  private static final int IDLE = 1;
  private static final int ACTIONS = 2;
  private static final int FIRST_REASON = 3;
  private static final int WIDTH = FIRST_REASON + WaitReason.COUNT;

  private final Engine engine;
  private final Chip chip;
  private final ImmutableList<Account> accounts;
  private final long[][] sums;
  private final Map<String, Long> counts = new TreeMap<>();
  private long durationPs;
  private long events;

  private long[][] baseSums = new long[0][];
  private Map<String, Long> baseCounts = Map.of();
  private long basePs;
  private long baseEvents;

  /** Nothing is summed yet. */
  public Period(Engine engine, Chip chip) {
    this.engine = engine;
    this.chip = chip;
    this.accounts = chip.accounts();
    this.sums = new long[accounts.size()][WIDTH];
  }

  /** A stretch begins now. */
  public void begin() {
    closeLedgers();
    baseSums = capture();
    baseCounts = chip.counters().snapshot();
    basePs = engine.elapsedPs();
    baseEvents = engine.eventCount();
  }

  /** The stretch ends now. */
  public void end() {
    closeLedgers();
    long[][] now = capture();
    for (int i = 0; i < now.length; i++) {
      for (int k = 0; k < WIDTH; k++) {
        sums[i][k] += now[i][k] - baseSums[i][k];
      }
    }
    chip.counters()
        .difference(baseCounts)
        .forEach((path, count) -> counts.merge(path, count, Long::sum));
    durationPs += engine.elapsedPs() - basePs;
    events += engine.eventCount() - baseEvents;
    requireComplete();
  }

  /** A check that stays on: no picosecond of any component is lost or counted twice. */
  private void requireComplete() {
    for (int i = 0; i < sums.length; i++) {
      long accounted = busyPs(i) + idlePs(i);
      for (WaitReason reason : WaitReason.values()) {
        accounted += waitingPs(i, reason);
      }
      if (accounted != durationPs) {
        throw new IllegalStateException(
            "%s accounts for %d ps of %d".formatted(accounts.get(i).name(), accounted, durationPs));
      }
    }
  }

  private void closeLedgers() {
    accounts.forEach(account -> account.ledger().closePeriod(engine.nowPs()));
  }

  private long[][] capture() {
    long[][] values = new long[accounts.size()][WIDTH];
    for (int i = 0; i < values.length; i++) {
      Account account = accounts.get(i);
      values[i][BUSY] = account.ledger().busyPs();
      values[i][IDLE] = account.ledger().idlePs();
      values[i][ACTIONS] = account.actions().getAsLong();
      for (WaitReason reason : WaitReason.values()) {
        values[i][FIRST_REASON + reason.index()] = account.ledger().waitingPs(reason.index());
      }
    }
    return values;
  }

  @Override
  public void saveState(StateWriter out) {
    out.section("period").put(durationPs).put(events).put(basePs).put(baseEvents);
    save(out, sums);
    save(out, baseSums);
    save(out, counts);
    save(out, baseCounts);
  }

  private static void save(StateWriter out, long[][] rows) {
    out.put(rows.length);
    for (long[] row : rows) {
      out.put(row);
    }
  }

  private static void save(StateWriter out, Map<String, Long> map) {
    out.put(map.size());
    map.forEach((path, count) -> out.put(path).put(count));
  }

  @Override
  public void loadState(StateReader in) {
    in.section("period");
    durationPs = in.count();
    events = in.count();
    basePs = in.count();
    baseEvents = in.count();
    in.requireCount(sums.length);
    for (long[] row : sums) {
      in.read(row);
    }
    baseSums = new long[in.intNumber(0, sums.length)][WIDTH];
    for (long[] row : baseSums) {
      in.read(row);
    }
    counts.clear();
    counts.putAll(counts(in));
    baseCounts = counts(in);
  }

  private Map<String, Long> counts(StateReader in) {
    int size = in.intNumber(0, chip.counters().counters().size());
    Map<String, Long> map = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      map.put(in.text(), in.longNumber());
    }
    return map;
  }

  /** The components, in the order of the indices below. */
  public ImmutableList<Account> accounts() {
    return accounts;
  }

  /** Length of all stretches, ps. */
  public long durationPs() {
    return durationPs;
  }

  /** Length of all stretches, s. */
  public double seconds() {
    return durationPs * 1e-12;
  }

  /** Events handled. */
  public long events() {
    return events;
  }

  /** Time at work of a component, ps. */
  public long busyPs(int account) {
    return sums[account][BUSY];
  }

  /** Pieces of work done by a component. */
  public long actions(int account) {
    return sums[account][ACTIONS];
  }

  /** Time that a component was held up for a reason, ps. */
  public long waitingPs(int account, WaitReason reason) {
    return sums[account][FIRST_REASON + reason.index()];
  }

  /** Time that a component had nothing to do, ps. */
  public long idlePs(int account) {
    return sums[account][IDLE];
  }

  /** A count, by its path; 0 where nothing was counted. */
  public long count(String path) {
    return counts.getOrDefault(path, 0L);
  }

  /** Most vectors ever held together in the input buffer of any tile. */
  public int mostInputVectors() {
    return chip.tiles().stream().mapToInt(tile -> tile.inputBuffer().peak()).max().orElse(0);
  }

  /** Most bits ever held together in the input buffer of any tile. */
  public long mostInputBits() {
    return chip.tiles().stream().mapToLong(tile -> tile.inputBuffer().peakBits()).max().orElse(0);
  }

  /** Sum of the counts of all tiles that have this name. */
  public long tileCount(String name) {
    long sum = 0;
    for (int tile = 0; tile < chip.tiles().size(); tile++) {
      sum += count("tile" + tile + "." + name);
    }
    return sum;
  }
}
