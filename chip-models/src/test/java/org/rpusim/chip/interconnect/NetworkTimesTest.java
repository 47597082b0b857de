package org.rpusim.chip.interconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rpusim.chip.interconnect.NetworkBench.MEMORY;
import static org.rpusim.chip.interconnect.NetworkBench.flits;
import static org.rpusim.chip.interconnect.NetworkBench.tile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.tile.WaitReason;

/** Unloaded latency and saturated throughput against closed forms; a cycle is 1 ps. */
class NetworkTimesTest {
  private static final int ROUTER = 3;

  private static NetworkBench bench(String kind, int tiles, String... more) {
    String[] settings = new String[more.length + 5];
    settings[0] = "interconnect.kind=" + kind;
    settings[1] = "chip.tiles=" + tiles;
    settings[2] = "interconnect.routerLatency=" + ROUTER;
    settings[3] = "interconnect.packetFlits=8";
    settings[4] = "interconnect.queueFlits=16";
    System.arraycopy(more, 0, settings, 5, more.length);
    return new NetworkBench(settings);
  }

  /**
   * A head passes each link in a cycle and each router in its latency; the other flits follow it.
   *
   * @param routers on the way
   */
  private static long unloaded(int routers, int flits) {
    return routers * (1L + ROUTER) + flits;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 16, 17, 100})
  void aMeshTakesTheDistanceAlongRowAndColumn(int flits) {
    for (int from = 0; from < 12; from += 5) {
      for (int to = 0; to < 12; to++) {
        int distance = Math.abs(from % 4 - to % 4) + Math.abs(from / 4 - to / 4);
        NetworkBench bench = bench("mesh", 12);
        assertThat(bench.alone(flits(tile(from), flits, tile(to))))
            .as("%d to %d", from, to)
            .isEqualTo(unloaded(distance + 1, flits));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 30})
  void aTorusTakesTheShorterWayRound(int flits) {
    for (int to = 0; to < 20; to++) {
      int across = Math.min(to % 5, 5 - to % 5);
      int down = Math.min(to / 5, 4 - to / 5);
      assertThat(bench("torus", 20).alone(flits(tile(0), flits, tile(to))))
          .as("to %d", to)
          .isEqualTo(unloaded(across + down + 1, flits));
    }
  }

  /** Rows run to and fro: with three columns tile 5 follows tile 2, then 4 and 3. */
  @ParameterizedTest
  @CsvSource({"0, 1, 1", "0, 2, 2", "0, 5, 3", "0, 3, 4", "0, 6, 3", "0, 7, 2", "0, 8, 1"})
  void aRingTakesTheShorterWayRound(int from, int to, int distance) {
    NetworkBench bench = bench("ring", 9, "interconnect.columns=3");
    assertThat(bench.alone(flits(tile(from), 20, tile(to)))).isEqualTo(unloaded(distance + 1, 20));
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 1", "0, 4, 3", "5, 15, 3", "0, 16, 5", "63, 0, 5"})
  void anHTreeTakesTheWayOverTheSmallestCommonSquare(int from, int to, int routers) {
    NetworkBench bench = bench("h-tree", 64);
    assertThat(bench.alone(flits(tile(from), 20, tile(to)))).isEqualTo(unloaded(routers, 20));
  }

  @Test
  void aCrossbarIsOneRouter() {
    assertThat(bench("crossbar", 30).alone(flits(tile(3), 50, tile(29))))
        .isEqualTo(unloaded(1, 50));
  }

  @Test
  void anIdealInterconnectTakesEachTransferAsIfItWereAlone() {
    NetworkBench bench =
        new NetworkBench(
            "interconnect.kind=ideal",
            "interconnect.latency=7 ps",
            "interconnect.bandwidth=8 TB/s");
    for (int token = 0; token < 5; token++) {
      bench.sendAt(token, flits(tile(token), 3, tile(0)));
    }
    bench.run();
    for (int token = 0; token < 5; token++) {
      assertThat(bench.arrivedPs.get(token)).isEqualTo(token + 7 + 3);
    }
    assertThat(bench.ledger("ideal").busyPs()).isEqualTo(4 + 7 + 3);
  }

  /** Cells of 16 mm² a tile: 2.98 mm; the way over two links and two half cells. */
  @Test
  void wiresTakeTheirLengthTimesTheirDelay() {
    NetworkBench bench = bench("mesh", 9, "interconnect.wireDelay=1 ns");
    long cellUm = FloorPlan.of(bench.chip).micrometres(1.0);
    long halfUm = FloorPlan.of(bench.chip).micrometres(0.5);
    assertThat(cellUm).isEqualTo(Math.round(1000 * Math.sqrt(2.68435456 + 6.2)));
    assertThat(bench.alone(flits(tile(0), 4, tile(2))))
        .isEqualTo(unloaded(3, 4) + 2 * cellUm + 2 * halfUm);
    assertThat(bench.count("network.router0.east.bitMicrometres")).isEqualTo(4 * 64 * cellUm);
  }

  @Test
  void narrowLinksTakeSeveralCyclesAFlit() {
    NetworkBench bench = bench("mesh", 4, "interconnect.linkWidth=24");
    assertThat(bench.alone(flits(tile(0), 10, tile(1)))).isEqualTo(2 * (3 + ROUTER) + 10 * 3);
  }

  @Test
  void headersTakeRoomInEveryPacket() {
    NetworkBench bench = bench("mesh", 4, "interconnect.headerBits=64");
    assertThat(bench.alone(flits(tile(0), 21, tile(1)))).isEqualTo(unloaded(2, 21 + 3));
    assertThat(bench.count("network.tile0.send.flits")).isEqualTo(24);
    assertThat(bench.count("interconnect.deliveredBits")).isEqualTo(21 * 64);
  }

  /** The first head comes unhindered, then the receiver's link is never idle. */
  @ParameterizedTest
  @ValueSource(strings = {"crossbar", "ring", "mesh", "torus", "h-tree"})
  void aReceiverOfManyGetsAFlitACycle(String kind) {
    NetworkBench bench = bench(kind, 16);
    int senders = 15;
    long first = Long.MAX_VALUE;
    for (int sender = 1; sender <= senders; sender++) {
      first = Math.min(first, bench(kind, 16).alone(flits(tile(sender), 1, tile(0))));
      bench.sendAt(0, flits(tile(sender), 200, tile(0)));
    }
    bench.run();
    long last = bench.arrivedPs.values().stream().mapToLong(t -> t).max().orElseThrow();
    assertThat(last).isEqualTo(first - 1 + senders * 200L);
    assertThat(bench.ledger("network.tile0.receive").busyPs()).isEqualTo(senders * 200L);
  }

  /** Each tile of the left column sends to the right one: rows do not meet. */
  @Test
  void transfersThatShareNoLinkDoNotWait() {
    NetworkBench bench = bench("mesh", 16);
    for (int row = 0; row < 4; row++) {
      bench.sendAt(0, flits(tile(4 * row), 80, tile(4 * row + 3)));
      bench.sendAt(0, flits(tile(4 * row + 3), 80, tile(4 * row)));
    }
    assertThat(bench.run().arrivedPs.values()).containsOnly(unloaded(4, 80));
  }

  /** All pairs over the middle of a row: its one link carries all flits of four senders. */
  @Test
  void aLinkThatAllNeedCarriesAFlitACycle() {
    NetworkBench bench = bench("mesh", 8, "interconnect.columns=8");
    for (int sender = 0; sender < 4; sender++) {
      bench.sendAt(0, flits(tile(sender), 400, tile(7 - sender)));
    }
    bench.run();
    assertThat(bench.ledger("network.router3.east").busyPs()).isEqualTo(1600);
    long last = bench.arrivedPs.values().stream().mapToLong(t -> t).max().orElseThrow();
    long headAtMiddle = 1 + ROUTER;
    assertThat(last).isBetween(headAtMiddle + 1600, headAtMiddle + 1600 + 4L * (1 + ROUTER));
  }

  /**
   * A packet is copied where ways part, one copy after the other: the copy for tile 5 follows the
   * one that goes on to tile 8.
   */
  @Test
  void aTransferToSeveralIsATree() {
    NetworkBench bench = bench("mesh", 9);
    int token = bench.sendAt(0, flits(tile(0), 8, tile(2), tile(5), tile(8)));
    bench.run();
    assertThat(bench.count("network.tile0.send.flits")).isEqualTo(8);
    assertThat(bench.count("network.router0.east.flits")).isEqualTo(8);
    assertThat(bench.count("network.router1.east.flits")).isEqualTo(8);
    assertThat(bench.count("network.router2.south.flits")).isEqualTo(8);
    assertThat(bench.count("network.router5.south.flits")).isEqualTo(8);
    assertThat(bench.count("interconnect.bits")).isEqualTo(8 * 64);
    assertThat(bench.count("interconnect.deliveredBits")).isEqualTo(3 * 8 * 64);
    assertThat(bench.arrivedPs.get(token)).isEqualTo(unloaded(4, 8) + 8);
  }

  @Test
  void memoryIsJoinedAtTheEdgeNearestToWhoNeedsIt() {
    String[] two = {"interconnect.columns=4", "interconnect.memoryPorts=2"};
    assertThat(bench("mesh", 16, two).alone(flits(MEMORY, 5, tile(4)))).isEqualTo(unloaded(1, 5));
    assertThat(bench("mesh", 16, two).alone(flits(MEMORY, 5, tile(13)))).isEqualTo(unloaded(2, 5));
    assertThat(bench("mesh", 16, two).alone(flits(tile(8), 5, MEMORY))).isEqualTo(unloaded(2, 5));
  }

  /** Room for one packet: the next waits until the first has left the router. */
  @Test
  void aLinkWaitsForRoomAtItsEndAndSaysSo() {
    NetworkBench bench =
        new NetworkBench(
            "interconnect.kind=mesh",
            "chip.tiles=2",
            "interconnect.routerLatency=10",
            "interconnect.packetFlits=4",
            "interconnect.queueFlits=4",
            "interconnect.virtualChannels=1");
    int token = bench.sendAt(0, flits(tile(0), 12, tile(1)));
    bench.run();
    // a packet stays 1 + 10 cycles until its head leaves, and 4 until its tail has left
    long turn = 1 + 10 + 4;
    assertThat(bench.arrivedPs.get(token)).isEqualTo(2 * turn + 2 * 11 + 4);
    assertThat(bench.ledger("network.tile0.send").busyPs()).isEqualTo(12);
    assertThat(bench.ledger("network.tile0.send").waitingPs(WaitReason.BUFFER_FULL.index()))
        .isEqualTo(2 * (turn - 4));
  }
}
