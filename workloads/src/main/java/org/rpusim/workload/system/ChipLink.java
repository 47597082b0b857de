package org.rpusim.workload.system;

import org.rpusim.chip.spec.ClusterSpec.LinkSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.server.TokenQueue;
import org.rpusim.core.units.Rates;

/**
 * A link from one chip to another, in one direction: vectors go one after the other, in the order
 * in which the chip hands them over.
 */
final class ChipLink {
  /** Numbers of {@link #capture}. */
  static final int WIDTH = 3;

  private final Engine engine;
  private final LinkSpec spec;
  private final long servicePs;
  private final long bits;
  private final int receiver;
  private final int kind;
  private final TokenQueue underWay = new TokenQueue();
  private long freePs;
  private long vectors;
  private long busyPs;
  private long queuedPs;

  /**
   * @param bits length of every vector
   * @param receiver component that is told when one has arrived
   * @param kind of its event
   */
  ChipLink(Engine engine, LinkSpec spec, long bits, int receiver, int kind) {
    this.engine = engine;
    this.spec = spec;
    this.bits = bits;
    this.servicePs = Rates.durationPs(bits, 8 * spec.bytesPerSecond());
    this.receiver = receiver;
    this.kind = kind;
  }

  /** Sends a vector of a sample. */
  void send(int sample) {
    long startPs = Math.max(freePs, engine.nowPs());
    queuedPs += startPs - engine.nowPs();
    busyPs += servicePs;
    vectors++;
    freePs = startPs + servicePs;
    underWay.addLast(sample);
    engine.scheduleAt(freePs + spec.latencyPs(), receiver, kind, 0);
  }

  /** The sample of the vector that has arrived. */
  int arrived() {
    return (int) underWay.removeFirst();
  }

  /** Samples of vectors that are under way, in order. */
  TokenQueue underWay() {
    return underWay;
  }

  void describe(RelativeState state) {
    state.putTime(Math.max(freePs, engine.nowPs()));
  }

  void capture(long[] sums, int at) {
    sums[at] = vectors;
    sums[at + 1] = busyPs;
    sums[at + 2] = queuedPs;
  }

  void repeat(long[] differences, int at, long times) {
    vectors += Math.multiplyExact(times, differences[at]);
    busyPs += Math.multiplyExact(times, differences[at + 1]);
    queuedPs += Math.multiplyExact(times, differences[at + 2]);
  }

  /** Vectors sent. */
  long vectors() {
    return vectors;
  }

  /** Bits sent. */
  long bits() {
    return Math.multiplyExact(vectors, bits);
  }

  /** Time at work, ps. */
  long busyPs() {
    return busyPs;
  }

  /** Time that vectors waited for the link, ps. */
  long queuedPs() {
    return queuedPs;
  }

  /** Energy of a bit, J. */
  double bitJoules() {
    return spec.bitJoules();
  }
}
