package org.rpusim.chip.tile;

import org.rpusim.chip.spec.ManagementSpec;
import org.rpusim.chip.spec.TileSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.FifoServer;
import org.rpusim.core.server.RateServer;
import org.rpusim.core.server.TimeLedger;
import org.rpusim.core.stats.CounterTree;

/**
 * One tile: array, converters, the unit that does noise and bound management, and the link to the
 * tile's digital unit.
 */
public final class Tile {
  private final ArrayUnit array;
  private final ConverterBank converters;
  private final RateServer management;
  private final RateServer link;
  private final VectorBuffer inputBuffer;
  private final TileCounts counts;
  private final SpilledInputs spilled;

  /**
   * @param path where its counts are registered, for example {@code tile3}
   */
  public Tile(
      Engine engine,
      CausalLog log,
      TileSpec spec,
      ManagementSpec managementSpec,
      TileWork work,
      CounterTree tree,
      String path) {
    this.counts = new TileCounts(tree, path);
    this.spilled = new SpilledInputs(spec, tree, path);
    this.inputBuffer =
        new VectorBuffer(
            spec.inputBufferVectors(),
            spec.inputBufferBytes() == 0 ? Long.MAX_VALUE : Byte.SIZE * spec.inputBufferBytes());
    this.converters =
        new ConverterBank(engine, log, work, counts, new VectorBuffer(spec.outputBufferVectors()));
    this.array = new ArrayUnit(engine, log, work, counts, converters);
    this.management =
        new RateServer(
            server(engine, log, WaitReason.MANAGEMENT, work),
            managementSpec.numbersPerSecond(),
            managementSpec.latencyPs(),
            tree.counter(path + ".managedNumbers"));
    this.link =
        new RateServer(
            server(engine, log, WaitReason.LINK, work),
            8 * spec.linkBytesPerSecond(),
            0,
            tree.counter(path + ".linkBits"));
  }

  private static FifoServer server(Engine engine, CausalLog log, WaitReason reason, TileWork work) {
    return new FifoServer(engine, log, reason.index(), WaitReason.COUNT, work);
  }

  /** Queues an array cycle. */
  public void submitCycle(int token) {
    array.submit(token);
  }

  /** A read's result has been taken from the output buffer. */
  public void releaseOutput() {
    converters.releaseOutput();
  }

  /** The read whose converted results wait for room in the output buffer, or −1. */
  public int waitingForOutputRoom() {
    return converters.waitingToken();
  }

  /** The read whose results stay on the integrators until the converters are free, or −1. */
  public int waitingForConverters() {
    return array.heldToken();
  }

  /** Cycles that wait for the array. */
  public int waitingForArray() {
    return array.queueLength();
  }

  /** The n-th cycle that waits for the array, from 0. */
  public int waitingForArray(int n) {
    return array.queuedToken(n);
  }

  /** Room for the inputs that wait for their update. */
  public VectorBuffer inputBuffer() {
    return inputBuffer;
  }

  /** Inputs that had no room there. */
  public SpilledInputs spilled() {
    return spilled;
  }

  /** The noise and bound management unit. */
  public RateServer management() {
    return management;
  }

  /** The link to the digital unit. */
  public RateServer link() {
    return link;
  }

  /** Account of the array's time. */
  public TimeLedger arrayLedger() {
    return array.ledger();
  }

  /** Account of the converters' time. */
  public TimeLedger converterLedger() {
    return converters.ledger();
  }

  /** What the tile has done. */
  public TileCounts counts() {
    return counts;
  }
}
