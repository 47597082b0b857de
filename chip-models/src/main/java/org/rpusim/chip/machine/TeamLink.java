package org.rpusim.chip.machine;

import org.rpusim.chip.spec.ClusterSpec;
import org.rpusim.chip.spec.ClusterSpec.LinkSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.FifoServer;
import org.rpusim.core.stats.Counter;
import org.rpusim.core.stats.CounterTree;
import org.rpusim.core.units.Rates;

/**
 * A link between two chips of a team, in one direction: vectors one after the other, first come
 * first served. Bits take time over its bandwidth, then its latency.
 */
public final class TeamLink {
  /** Name of the count of vectors. */
  public static final String VECTORS = "teamLinkVectors";

  /** Name of the count of bits between chips of a board. */
  public static final String BOARD_BITS = "teamLinkBits.onBoard";

  /** Name of the count of bits from board to board. */
  public static final String OTHER_BITS = "teamLinkBits.betweenBoards";

  /** Name of the time at work, ps. */
  public static final String BUSY_PS = "teamLinkBusyPicoseconds";

  /** Name of the time that vectors waited for it, ps. */
  public static final String WAITED_PS = "teamLinkWaitedPicoseconds";

  private final Engine engine;
  private final FifoServer server;
  private final LinkSpec spec;
  private final Counter vectors;
  private final Counter bits;
  private final Counter busyPs;
  private final Counter waitedPs;
  private long freePs;

  /**
   * @param spec one of the two kinds of the cluster
   * @param tree counts of both kinds are registered, so that all links have the same ones
   */
  TeamLink(Engine engine, FifoServer server, LinkSpec spec, ClusterSpec cluster, CounterTree tree) {
    this.engine = engine;
    this.server = server;
    this.spec = spec;
    this.vectors = tree.counter(VECTORS);
    Counter onBoard = tree.counter(BOARD_BITS);
    Counter between = tree.counter(OTHER_BITS);
    this.bits = spec.equals(cluster.chipLink()) ? onBoard : between;
    this.busyPs = tree.counter(BUSY_PS);
    this.waitedPs = tree.counter(WAITED_PS);
  }

  /** Sends a vector; its completion is reported under the token. */
  public void submit(int token, long vectorBits) {
    long nowPs = engine.nowPs();
    long servicePs = Rates.durationPs(vectorBits, 8 * spec.bytesPerSecond());
    long startPs = Math.max(nowPs, freePs);
    freePs = startPs + servicePs;
    vectors.increment();
    bits.add(vectorBits);
    busyPs.add(servicePs);
    waitedPs.add(startPs - nowPs);
    server.submit(token, servicePs, spec.latencyPs());
  }
}
