package org.rpusim.chip.interconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rpusim.chip.interconnect.NetworkBench.flits;
import static org.rpusim.chip.interconnect.NetworkBench.tile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.ConfigException;

/** Circles of full queues: found where there is but one channel, impossible where there are two. */
class DeadlockTest {
  private static final int TILES = 8;

  /** Everybody sends forward, nearly half way round, and more than all queues hold. */
  private static NetworkBench roundAndRound(String kind, int channels) {
    NetworkBench bench =
        new NetworkBench(
            "interconnect.kind=" + kind,
            "chip.tiles=" + TILES,
            "interconnect.columns=" + TILES,
            "interconnect.packetFlits=4",
            "interconnect.queueFlits=4",
            "interconnect.virtualChannels=" + channels);
    for (int sender = 0; sender < TILES; sender++) {
      bench.sendAt(0, flits(tile(sender), 100, tile((sender + TILES / 2 - 1) % TILES)));
    }
    return bench.run();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ring", "torus"})
  void aCircleWithOneChannelIsADeadlockThatSaysWhoWaitsForWhom(String kind) {
    NetworkBench bench = roundAndRound(kind, 1);
    assertThat(bench.arrivedPs).isEmpty();
    assertThat(bench.interconnect.deadlock())
        .startsWith("A packet waits for room at the end of network.router")
        .contains("queue is full of packets that wait for room at the end of network.router")
        .endsWith("which waits for the first.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ring", "torus"})
  void twoChannelsAreEnough(String kind) {
    NetworkBench bench = roundAndRound(kind, 2);
    assertThat(bench.arrivedPs).hasSize(TILES);
    assertThat(bench.interconnect.deadlock()).isNull();
  }

  @Test
  void aTileThatTheChipDoesNotHaveHasNoWay() {
    NetworkBench bench = new NetworkBench("interconnect.kind=mesh", "chip.tiles=4");
    bench.sendAt(0, flits(tile(0), 1, tile(4)));
    assertThatThrownBy(bench::run)
        .hasMessage("There is no way to tile 4: the mesh joins tiles 0 to 3.");
  }

  @Test
  void aQueueHoldsAWholePacket() {
    assertThatThrownBy(
            () -> new NetworkBench("interconnect.queueFlits=8", "interconnect.packetFlits=9"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("interconnect.queueFlits is 8, but must hold a whole packet")
        .hasMessageContaining("Maybe --set interconnect.packetFlits=8.");
  }

  @Test
  void aHeaderLeavesRoomForBits() {
    assertThatThrownBy(
            () -> new NetworkBench("interconnect.packetFlits=2", "interconnect.headerBits=128"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("interconnect.headerBits is 128, but must leave room in a packet");
  }

  @Test
  void aNetworkForTooManyTilesIsRefused() {
    assertThatThrownBy(() -> new NetworkBench("interconnect.kind=torus", "chip.tiles=20000"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("chip.tiles is 20,000, and a torus joins at most 16,384.");
  }
}
