package org.rpusim.chip.interconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.interconnect.Transfer.Place;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;

/** Packets as events are what flit by flit gives, to the cycle, on random small cases. */
class NetworkTwinTest {
  private static final int CASES = 40;
  private static final long MOST_CYCLES = 100_000;

  @ParameterizedTest
  @ValueSource(strings = {"crossbar", "ring", "mesh", "torus", "h-tree"})
  void everyTransferArrivesWhenItWouldFlitByFlit(String kind) {
    for (int seed = 1; seed <= CASES; seed++) {
      RandomStream random = new RandomStream(StreamKey.base(seed, kind.hashCode(), 0, 0, 0));
      int tiles = 1 + random.nextInt(20);
      int packet = 1 + random.nextInt(6);
      String[] settings = {
        "interconnect.kind=" + kind,
        "chip.tiles=" + tiles,
        "interconnect.columns=" + (1 + random.nextInt(tiles)),
        "interconnect.packetFlits=" + packet,
        "interconnect.queueFlits=" + (packet + random.nextInt(6)),
        "interconnect.virtualChannels=" + (2 + random.nextInt(3)),
        "interconnect.routerLatency=" + (1 + random.nextInt(4)),
        "interconnect.memoryPorts=" + (1 + random.nextInt(2)),
        "interconnect.wireDelay=" + random.nextInt(3) + " ps"
      };
      NetworkBench bench = new NetworkBench(settings);
      List<Transfer> transfers = new ArrayList<>();
      Map<Long, List<Integer>> sendings = new HashMap<>();
      int count = 1 + random.nextInt(60);
      long time = 0;
      for (int token = 0; token < count; token++) {
        time += random.nextInt(4) == 0 ? random.nextInt(30) : 0;
        transfers.add(transfer(random, tiles));
        bench.sendAt(time, transfers.getLast());
        sendings.computeIfAbsent(time, key -> new ArrayList<>()).add(token);
      }
      FlitByFlit reference = new FlitByFlit(bench.chip, Interconnects.topology(bench.chip));
      reference.run(sendings, transfers, MOST_CYCLES);
      String what = "seed " + seed + ": " + String.join(" ", settings);
      assertThat(bench.run().arrivedPs).as(what).isEqualTo(reference.arrived).hasSize(count);
    }
  }

  private static Transfer transfer(RandomStream random, int tiles) {
    ImmutableList.Builder<Place> to = ImmutableList.builder();
    int receivers = 1 + random.nextInt(3);
    for (int i = 0; i < receivers; i++) {
      to.add(place(random, tiles));
    }
    int bits = random.nextInt(15 * NetworkBench.FLIT_BITS);
    return new Transfer(place(random, tiles), to.build(), bits);
  }

  private static Place place(RandomStream random, int tiles) {
    return switch (random.nextInt(8)) {
      case 0 -> NetworkBench.MEMORY;
      case 1 -> NetworkBench.SHARED_UNIT;
      default -> NetworkBench.tile(random.nextInt(tiles));
    };
  }
}
