package org.rpusim.chip.tile;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.TimeLedger;

/**
 * The analog-digital converters of a tile: the second pipeline stage of a read. They convert one
 * read's outputs at a time while the array may integrate the next; a saturated read is sent back to
 * the array, any other result needs room in the output buffer before the converters are free.
 */
final class ConverterBank extends Component {
  private static final int CONVERTED = 0;

  private final Engine engine;
  private final int id;
  private final CausalLog log;
  private final TimeLedger ledger;
  private final TileWork work;
  private final TileCounts counts;
  private final VectorBuffer outputBuffer;
  private @Nullable ArrayUnit array;
  private boolean occupied;
  private boolean waitsForBuffer;
  private int token;
  private int attempt;
  private boolean retries;

  /** Time at work for a burst, ps; 0 for a read by itself. */
  private long burstPs;

  ConverterBank(
      Engine engine, CausalLog log, TileWork work, TileCounts counts, VectorBuffer outputBuffer) {
    this.engine = engine;
    this.log = log;
    this.ledger = new TimeLedger(log, WaitReason.COUNT);
    this.work = work;
    this.counts = counts;
    this.outputBuffer = outputBuffer;
    this.id = engine.register(this);
  }

  void attach(ArrayUnit owner) {
    array = owner;
  }

  boolean isFree() {
    return !occupied;
  }

  /** Converts a read's outputs; saturation is known only afterwards. */
  void convert(int readToken, ArrayCycle cycle, int readAttempt, int saturatedOutputs) {
    occupied = true;
    token = readToken;
    attempt = readAttempt;
    retries = saturatedOutputs > 0 && readAttempt < cycle.maxRetries();
    log.enter(token, WaitReason.CONVERTER_BUSY.index(), engine.nowPs());
    ledger.begin(token, engine.nowPs());
    counts.conversions.add(cycle.poweredLines());
    engine.schedule(cycle.conversionPs(), id, CONVERTED, token);
  }

  /** The first outputs of a burst have come. */
  void beginBurst(int readToken) {
    occupied = true;
    token = readToken;
    ledger.begin(token, engine.nowPs());
  }

  /** The last outputs of a burst of so many reads have come; its retries are over. */
  void endBurst(ArrayCycle cycle, long reads) {
    retries = false;
    burstPs = reads * cycle.conversionPs();
    log.enter(token, WaitReason.CONVERTER_BUSY.index(), engine.nowPs());
    counts.conversions.add(reads * cycle.poweredLines());
    engine.schedule(cycle.conversionPs(), id, CONVERTED, token);
  }

  @Override
  protected void handle(int kind, long payload) {
    if (burstPs > 0) {
      ledger.end(engine.nowPs(), burstPs, WaitReason.TILE_BUSY.index());
      burstPs = 0;
    } else {
      ledger.end(engine.nowPs());
    }
    if (retries) {
      occupied = false;
      int retried = token;
      int nextAttempt = attempt + 1;
      owner().retry(retried, nextAttempt);
      owner().convertersFree();
    } else if (outputBuffer.tryAcquire()) {
      finish();
    } else {
      log.enter(token, WaitReason.BUFFER_FULL.index(), engine.nowPs());
      waitsForBuffer = true;
    }
  }

  /** A vector has left the output buffer. */
  void releaseOutput() {
    outputBuffer.release();
    if (waitsForBuffer && outputBuffer.tryAcquire()) {
      waitsForBuffer = false;
      ledger.held(WaitReason.BUFFER_FULL.index(), engine.nowPs());
      finish();
    }
  }

  private void finish() {
    occupied = false;
    int finished = token;
    owner().convertersFree();
    work.completed(finished);
  }

  @Override
  protected void describe(RelativeState state) {
    ledger.describe(state);
    state.put(outputBuffer.used());
    state.put(occupied);
    if (occupied) {
      state.put(waitsForBuffer);
      state.putToken(token);
      state.put(attempt);
      state.put(retries);
      state.put(burstPs);
    }
  }

  @Override
  protected int tokenOf(int kind, long payload) {
    return (int) payload;
  }

  /** The read whose results wait for room in the output buffer, or −1. */
  int waitingToken() {
    return waitsForBuffer ? token : ArrayUnit.NO_TOKEN;
  }

  private ArrayUnit owner() {
    return Objects.requireNonNull(array, "the converters are not attached to an array");
  }

  TimeLedger ledger() {
    return ledger;
  }
}
