package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.interconnect.Interconnect;
import org.rpusim.chip.interconnect.Interconnects;
import org.rpusim.chip.interconnect.Sender;
import org.rpusim.chip.interconnect.Transfer;
import org.rpusim.chip.interconnect.Transfer.Place;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.stats.CounterTree;

/**
 * Transfers of four flits between tiles drawn at random, over a network at 1 GHz with routers of
 * two cycles and queues of 16 flits. A tile sends to any other one alike.
 */
public final class UniformTraffic {
  private static final String CHIP = "gokmen2016-design2";
  private static final int FLITS = 4;
  private static final int FLIT_BITS = 64;
  private static final long CYCLE_PS = 1000;
  private static final int INJECT = 0;

  private final int tiles;
  private final Engine engine = new Engine(new TimingWheel());
  private final RandomStream random = new RandomStream(1);
  private final Sender[] senders;
  private final int sources;

  /** Tokens that no transfer has. */
  private final int[] free;

  private int freeCount;
  private final long[] sentPs;

  /** Largest gap between two transfers of a tile, cycles; 0 where each arrival starts another. */
  private int gap;

  private long eventsLeft = Long.MAX_VALUE;
  private long measuredFromPs;
  private long measured;
  private long latencyPs;

  /**
   * A network without traffic.
   *
   * @param kind topology
   * @param tiles how many it joins
   * @param tokens most transfers under way
   */
  public UniformTraffic(String kind, int tiles, int tokens) {
    this.tiles = tiles;
    ChipSpec chip = ChipPresets.load(CHIP, Overrides.parse(settings(kind, tiles))).spec();
    CausalLog log = new CausalLog(tokens, 1 << 16, WaitReason.DATA.index());
    Interconnect network =
        Interconnects.create(engine, log, chip, this::arrived, new CounterTree());
    this.sources = engine.register(Component.of((event, tile) -> inject((int) tile)));
    this.senders = new Sender[tiles * tiles];
    for (int from = 0; from < tiles; from++) {
      for (int to = 0; to < tiles; to++) {
        if (from != to) {
          senders[from * tiles + to] =
              network.sender(
                  new Transfer(tile(from), ImmutableList.of(tile(to)), (long) FLITS * FLIT_BITS));
        }
      }
    }
    this.free = new int[tokens];
    this.sentPs = new long[tokens];
    for (int token = tokens - 1; token >= 0; token--) {
      free[freeCount++] = token;
    }
  }

  private static List<String> settings(String kind, int tiles) {
    List<String> settings = new ArrayList<>();
    settings.add("interconnect.kind=" + kind);
    settings.add("chip.tiles=" + tiles);
    settings.add("interconnect.clock=1 GHz");
    settings.add("interconnect.flitBits=" + FLIT_BITS);
    settings.add("interconnect.linkWidth=" + FLIT_BITS);
    settings.add("interconnect.headerBits=0");
    settings.add("interconnect.packetFlits=" + FLITS);
    settings.add("interconnect.queueFlits=" + 4 * FLITS);
    settings.add("interconnect.wireDelay=0 ps");
    return settings;
  }

  private static Place tile(int index) {
    return new Place(Place.Kind.TILE, index);
  }

  /**
   * What a network carries of a load.
   *
   * @param offered flits a cycle and tile
   * @param carried flits a cycle and tile that arrived
   * @param latencyCycles mean time of a transfer from its sending to its last flit's arrival
   */
  public record Load(double offered, double carried, double latencyCycles) {}

  /**
   * Offers a load: every tile sends after gaps that are uniform between 1 cycle and twice their
   * mean. The first half of the time is not counted.
   *
   * @param offered flits a cycle and tile, above 0, at most 1
   */
  public Load offer(double offered, long cycles) {
    gap = (int) StrictMath.round(2 * FLITS / offered) - 1;
    for (int tile = 0; tile < tiles; tile++) {
      engine.schedule(CYCLE_PS * (1 + random.nextInt(gap)), sources, INJECT, tile);
    }
    measuredFromPs = CYCLE_PS * cycles / 2;
    engine.runUntil(CYCLE_PS * cycles);
    double counted = cycles / 2.0;
    return new Load(
        2.0 * FLITS / (gap + 1),
        measured * FLITS / counted / tiles,
        (double) latencyPs / measured / CYCLE_PS);
  }

  private void inject(int tile) {
    send(tile);
    engine.schedule(CYCLE_PS * (1 + random.nextInt(gap)), sources, INJECT, tile);
  }

  private void send(int from) {
    int other = random.nextInt(tiles - 1);
    int token = free[--freeCount];
    sentPs[token] = engine.nowPs();
    senders[from * tiles + (other < from ? other : other + 1)].send(token);
  }

  private void arrived(int token) {
    if (engine.nowPs() >= measuredFromPs) {
      measured++;
      latencyPs += engine.nowPs() - sentPs[token];
    }
    free[freeCount++] = token;
    if (gap == 0) {
      send(random.nextInt(tiles));
      if (engine.eventCount() >= eventsLeft) {
        engine.stop();
      }
    }
  }

  /** Fills the network: a number of transfers are always under way, each arrival starts another. */
  public UniformTraffic fill(int underWay) {
    for (int i = 0; i < underWay; i++) {
      send(i % tiles);
    }
    return this;
  }

  /**
   * Dispatches about so many events of a filled network.
   *
   * @return events done
   */
  public long dispatch(long events) {
    long before = engine.eventCount();
    eventsLeft = before + events;
    engine.run();
    return engine.eventCount() - before;
  }
}
