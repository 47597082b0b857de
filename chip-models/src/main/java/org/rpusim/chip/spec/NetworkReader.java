package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Measure.ENERGY;
import static org.rpusim.chip.config.Measure.ENERGY_PER_BIT;
import static org.rpusim.chip.config.Measure.RATE;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.positive;
import static org.rpusim.chip.config.ValueTypes.timePs;
import static org.rpusim.chip.config.ValueTypes.withWord;
import static org.rpusim.chip.config.ValueTypes.zeroOrMore;

import org.rpusim.chip.config.Section;

/** Reads those keys of {@code interconnect} that say what routers and links are like. */
final class NetworkReader {
  private static final int MOST_BITS = 65_536;
  private static final int MOST_PACKET_FLITS = 4096;
  private static final int MOST_QUEUE_FLITS = 1 << 20;
  private static final int MOST_CHANNELS = 16;
  private static final int MOST_CYCLES = 1000;
  private static final int MOST_COLUMNS = 1_000_000;
  private static final int MOST_PORTS = 1024;

  private NetworkReader() {}

  static NetworkSpec read(Section s) {
    NetworkSpec spec =
        new NetworkSpec(
            s.read("clock", positive(RATE), "1.6 GHz", ASSUMPTION, "clock of routers and links"),
            count(s, "flitBits", 1, MOST_BITS, "256", "bits of a flit"),
            count(s, "linkWidth", 1, MOST_BITS, "256", "wires of a link, a bit a cycle each"),
            count(s, "packetFlits", 1, MOST_PACKET_FLITS, "32", "most flits of a packet"),
            count(s, "headerBits", 0, MOST_BITS, "32", "bits of a packet that say where it goes"),
            count(s, "queueFlits", 1, MOST_QUEUE_FLITS, "64", "room of each queue of a router"),
            count(s, "virtualChannels", 1, MOST_CHANNELS, "2", "queues of each link"),
            count(s, "routerLatency", 1, MOST_CYCLES, "2", "clock cycles of a head in a router"),
            s.read(
                "columns",
                withWord("auto", 0, integer(1, MOST_COLUMNS)),
                "auto",
                ASSUMPTION,
                "tiles in a row of the floor plan, auto: as square as can be"),
            count(s, "memoryPorts", 1, MOST_PORTS, "1", "places where the memory is joined"),
            s.read("wireDelay", timePs(0), "100 ps", ASSUMPTION, "of 1 mm of a link"),
            s.read(
                "wireEnergy",
                zeroOrMore(ENERGY_PER_BIT),
                "100 fJ/bit",
                ASSUMPTION,
                "of a bit along 1 mm of a link"),
            s.read(
                "routerEnergy",
                zeroOrMore(ENERGY),
                "10 pJ",
                ASSUMPTION,
                "energy of a flit through a router"));
    requireRoom(s, spec);
    return spec;
  }

  private static int count(
      Section s, String name, int least, int most, String standard, String meaning) {
    return s.read(name, integer(least, most), standard, ASSUMPTION, meaning);
  }

  private static void requireRoom(Section s, NetworkSpec spec) {
    if (spec.queueFlits() < spec.packetFlits()) {
      throw s.bad(
          "queueFlits",
          "must hold a whole packet, interconnect.packetFlits = " + spec.packetFlits(),
          "Maybe --set interconnect.packetFlits=" + spec.queueFlits() + ".");
    }
    if (spec.payloadBits() < 1) {
      throw s.bad(
          "headerBits",
          "must leave room in a packet of "
              + (long) spec.packetFlits() * spec.flitBits()
              + " bits (interconnect.packetFlits x interconnect.flitBits)",
          "Maybe more flits a packet, or larger ones.");
    }
  }
}
