package org.rpusim.chip.tile;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.array.BurstOutcome;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.TimeLedger;
import org.rpusim.core.server.TokenQueue;

/**
 * The array of a tile with its drivers, integrators and pulse generators: one cycle at a time,
 * first come first served whatever its kind and sample, except that a bound-management retry goes
 * to the head of the queue. An integrated read stays on the integrators until the converters take
 * it. What waits while the array is updated waits for that, in whatever place of the queue.
 */
final class ArrayUnit extends Component {
  /** No cycle. */
  static final int NO_TOKEN = -1;

  private static final int INTEGRATED = 0;
  private static final int UPDATED = 1;

  /** All reads of a burst have been handed over. */
  private static final int BURST_INTEGRATED = 2;

  private enum State {
    IDLE,
    INTEGRATING,
    HOLDING,
    UPDATING
  }

  private static final ImmutableList<State> STATES = ImmutableList.copyOf(State.values());

  private final Engine engine;
  private final int id;
  private final CausalLog log;
  private final TimeLedger ledger;
  private final TileWork work;
  private final TileCounts counts;
  private final ConverterBank converters;
  private final TokenQueue queue = new TokenQueue();
  private final ReadOutcome read = new ReadOutcome();
  private final UpdateOutcome update = new UpdateOutcome();
  private final BurstOutcome burst = new BurstOutcome();
  private final BurstTimes burstTimes = new BurstTimes();
  private State state = State.IDLE;
  private int attempt;
  private int heldToken;

  ArrayUnit(
      Engine engine, CausalLog log, TileWork work, TileCounts counts, ConverterBank converters) {
    this.engine = engine;
    this.log = log;
    this.ledger = new TimeLedger(log, WaitReason.COUNT);
    this.work = work;
    this.counts = counts;
    this.converters = converters;
    this.id = engine.register(this);
    converters.attach(this);
  }

  /** Queues a cycle. */
  void submit(int token) {
    log.enter(token, reason(), engine.nowPs());
    queue.addLast(entry(token, 0));
    startNext();
  }

  /** What a queued cycle waits for now. */
  private int reason() {
    return (state == State.UPDATING ? WaitReason.WEIGHTS_BEING_UPDATED : WaitReason.TILE_BUSY)
        .index();
  }

  /** An update has begun or ended: from now on queued cycles wait for something else. */
  private void queueWaits() {
    for (int i = 0; i < queue.size(); i++) {
      log.enter((int) queue.get(i), reason(), engine.nowPs());
    }
  }

  /** Queues a read again, before all others, with its input halved once more. */
  void retry(int token, int nextAttempt) {
    counts.retries.increment();
    log.enter(token, reason(), engine.nowPs());
    queue.addFirst(entry(token, nextAttempt));
    startNext();
  }

  /** The converters are free: a held read may go on. */
  void convertersFree() {
    if (state == State.HOLDING) {
      ledger.held(WaitReason.CONVERTER_BUSY.index(), engine.nowPs());
      handOver(heldToken);
    }
  }

  @Override
  protected void handle(int kind, long payload) {
    int token = (int) payload;
    endWork(kind, token);
    if (kind == UPDATED) {
      state = State.IDLE;
      queueWaits();
      startNext();
      work.completed(token);
    } else if (kind == BURST_INTEGRATED) {
      state = State.IDLE;
      converters.endBurst(work.cycle(token), reads(work.cycle(token)));
      startNext();
    } else if (converters.isFree()) {
      handOver(token);
    } else {
      log.enter(token, WaitReason.CONVERTER_BUSY.index(), engine.nowPs());
      state = State.HOLDING;
      heldToken = token;
    }
  }

  /** A burst's array waits for converters between reads, and for the last saturated outputs. */
  private void endWork(int kind, int token) {
    if (kind == BURST_INTEGRATED) {
      ArrayCycle cycle = work.cycle(token);
      long workPs = (reads(cycle) - 1) * cycle.durationPs();
      ledger.end(engine.nowPs(), workPs, WaitReason.CONVERTER_BUSY.index());
    } else {
      ledger.end(engine.nowPs());
    }
  }

  private void handOver(int token) {
    ArrayCycle cycle = work.cycle(token);
    if (cycle.count() > 1) {
      handOverFirst(token, cycle);
      return;
    }
    state = State.IDLE;
    converters.convert(token, cycle, attempt, read.saturatedOutputs);
    startNext();
  }

  /** The first read of a burst goes to the converters; all others are one event. */
  private void handOverFirst(int token, ArrayCycle cycle) {
    state = State.INTEGRATING;
    converters.beginBurst(token);
    ledger.begin(token, engine.nowPs());
    log.enter(token, WaitReason.TILE_BUSY.index(), engine.nowPs());
    long delayPs =
        burstTimes.handOversPs(burst, cycle.count(), cycle.durationPs(), cycle.conversionPs());
    engine.schedule(delayPs, id, BURST_INTEGRATED, token);
  }

  /** Reads of the burst under way. */
  private long reads(ArrayCycle cycle) {
    return cycle.count() + burst.totalRetries;
  }

  private void startNext() {
    if (state != State.IDLE || queue.isEmpty()) {
      return;
    }
    long entry = queue.removeFirst();
    int token = (int) entry;
    attempt = (int) (entry >>> 32);
    ArrayCycle cycle = work.cycle(token);
    ledger.begin(token, engine.nowPs());
    if (cycle.kind() == ArrayCycle.Kind.UPDATE) {
      startUpdate(token, cycle);
    } else {
      startRead(token, cycle);
    }
  }

  private void startRead(int token, ArrayCycle cycle) {
    state = State.INTEGRATING;
    log.enter(token, WaitReason.TILE_BUSY.index(), engine.nowPs());
    if (cycle.count() > 1) {
      work.readBurst(token, burst);
      counts.addBurst(cycle, burst);
    } else {
      work.read(token, attempt, read);
      counts.addRead(cycle, read);
    }
    engine.schedule(cycle.durationPs(), id, INTEGRATED, token);
  }

  private void startUpdate(int token, ArrayCycle cycle) {
    state = State.UPDATING;
    queueWaits();
    log.enter(token, WaitReason.WEIGHTS_BEING_UPDATED.index(), engine.nowPs());
    work.update(token, update);
    counts.addUpdate(cycle, update);
    engine.schedule(update.slots * cycle.durationPs(), id, UPDATED, token);
  }

  @Override
  protected void describe(RelativeState relative) {
    ledger.describe(relative);
    relative.put(STATES.indexOf(state));
    if (state == State.INTEGRATING || state == State.HOLDING) {
      relative.put(attempt);
      relative.put(read.saturatedOutputs);
      relative.put(burst.totalRetries);
      if (burst.totalRetries > 0) {
        relative.put(burst.retries, 0, burst.retries.length);
      }
    }
    if (state == State.HOLDING) {
      relative.putToken(heldToken);
    }
    relative.put(queue.size());
    for (int i = 0; i < queue.size(); i++) {
      relative.put(queue.get(i) >>> 32);
      relative.putToken((int) queue.get(i));
    }
  }

  @Override
  protected int tokenOf(int kind, long payload) {
    return (int) payload;
  }

  /** The read whose results stay on the integrators until the converters are free, or −1. */
  int heldToken() {
    return state == State.HOLDING ? heldToken : NO_TOKEN;
  }

  /** Cycles in the queue. */
  int queueLength() {
    return queue.size();
  }

  /** The n-th cycle of the queue, from 0. */
  int queuedToken(int n) {
    return (int) queue.get(n);
  }

  private static long entry(int token, int attempt) {
    return ((long) attempt << 32) | token;
  }

  TimeLedger ledger() {
    return ledger;
  }
}
