package org.rpusim.chip.tile;

import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.TimeLedger;
import org.rpusim.core.server.TokenQueue;

/**
 * The array of a tile with its drivers, integrators and pulse generators: one cycle at a time, first
 * come first served, except that a bound-management retry goes to the head of the queue. An
 * integrated read stays on the integrators until the converters take it.
 */
final class ArrayUnit extends Component {
  private static final int INTEGRATED = 0;
  private static final int UPDATED = 1;

  private enum State {
    IDLE,
    INTEGRATING,
    HOLDING,
    UPDATING
  }

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
    WaitReason reason =
        state == State.UPDATING ? WaitReason.WEIGHTS_BEING_UPDATED : WaitReason.TILE_BUSY;
    log.enter(token, reason.index(), engine.nowPs());
    queue.addLast(entry(token, 0));
    startNext();
  }

  /** Queues a read again, before all others, with its input halved once more. */
  void retry(int token, int nextAttempt) {
    counts.retries.increment();
    log.enter(token, WaitReason.TILE_BUSY.index(), engine.nowPs());
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
    ledger.end(engine.nowPs());
    if (kind == UPDATED) {
      state = State.IDLE;
      startNext();
      work.completed(token);
    } else if (converters.isFree()) {
      handOver(token);
    } else {
      log.enter(token, WaitReason.CONVERTER_BUSY.index(), engine.nowPs());
      state = State.HOLDING;
      heldToken = token;
    }
  }

  private void handOver(int token) {
    state = State.IDLE;
    converters.convert(token, work.cycle(token), attempt, read.saturatedOutputs);
    startNext();
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
    work.read(token, attempt, read);
    (cycle.kind() == ArrayCycle.Kind.FORWARD ? counts.forwardReads : counts.backwardReads)
        .increment();
    counts.integratedLines.add(cycle.poweredLines());
    counts.deviceSteps.add(read.inputOnSteps * cycle.poweredLines());
    counts.saturatedOutputs.add(read.saturatedOutputs);
    engine.schedule(cycle.durationPs(), id, INTEGRATED, token);
  }

  private void startUpdate(int token, ArrayCycle cycle) {
    state = State.UPDATING;
    log.enter(token, WaitReason.WEIGHTS_BEING_UPDATED.index(), engine.nowPs());
    work.update(token, update);
    counts.updates.increment();
    long durationPs = update.slots * cycle.durationPs();
    counts.pulseSlots.add(update.slots);
    counts.pulsedLinePicoseconds.add(cycle.poweredLines() * durationPs);
    counts.rowPulses.add(update.rowPulses);
    counts.columnPulses.add(update.columnPulses);
    counts.halfSelectedDevices.add(
        update.rowPulses * cycle.inputLines() + update.columnPulses * cycle.outputLines());
    counts.coincidences.add(update.coincidences);
    engine.schedule(durationPs, id, UPDATED, token);
  }

  private static long entry(int token, int attempt) {
    return ((long) attempt << 32) | token;
  }

  TimeLedger ledger() {
    return ledger;
  }
}
