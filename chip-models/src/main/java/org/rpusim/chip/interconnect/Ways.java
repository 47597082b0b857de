package org.rpusim.chip.interconnect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rpusim.chip.interconnect.Transfer.Place;

/**
 * The ways of transfers. To several receivers it is a tree: the ways of all of them from the
 * sender, which part where they differ. Where a topology has circles, half of the virtual channels
 * are for packets that have not yet crossed the closing link of their direction's circle, half for
 * those that have; among those of a half, and on other topologies among all, senders take turns.
 */
final class Ways {
  private final Topology topology;
  private final NetworkLinks links;
  private final int channels;

  private final Map<Transfer, Sending> known = new HashMap<>();

  private final WayTable table = new WayTable();
  private final PacketSizes sizes;

  /**
   * @param channels virtual channels of each link
   */
  Ways(Topology topology, NetworkLinks links, int channels, PacketSizes sizes) {
    this.topology = topology;
    this.links = links;
    this.channels = channels;
    this.sizes = sizes;
  }

  /** All ways so far. */
  WayTable table() {
    return table;
  }

  /** How a transfer is sent. */
  Sending of(Transfer transfer) {
    Sending sending = known.get(transfer);
    if (sending == null) {
      sending = find(transfer);
      known.put(transfer, sending);
    }
    return sending;
  }

  private Sending find(Transfer transfer) {
    Place towards = transfer.to().getFirst();
    int from = nearest(transfer.from(), links.firstTerminal(towards));
    Set<Integer> receivers = new LinkedHashSet<>();
    transfer.to().forEach(place -> receivers.add(nearest(place, from)));
    int router = links.routerOf(from);
    int lane = from % lanes();
    List<Integer> all = new ArrayList<>(receivers);
    int first = over(links.sending(from), lane, onwards(router, all, lane, Topology.HERE));
    return new Sending(links.source(from), table.from(first), receivers.size(), sizes, transfer);
  }

  /** Channels that a sender may choose from. */
  private int lanes() {
    return topology.hasCircles() ? Math.max(1, channels / 2) : channels;
  }

  /** The terminal of a place that is nearest to another one; the first of equals. */
  private int nearest(Place place, int other) {
    int nearest = links.firstTerminal(place);
    int least = hops(nearest, other);
    for (int i = 1; i < links.terminals(place); i++) {
      int terminal = links.firstTerminal(place) + i;
      int hops = hops(terminal, other);
      if (hops < least) {
        nearest = terminal;
        least = hops;
      }
    }
    return nearest;
  }

  private int hops(int from, int to) {
    int hops = 0;
    int router = links.routerOf(from);
    int port = topology.nextPort(router, links.routerOf(to));
    while (port != Topology.HERE) {
      router = topology.neighbour(router, port);
      port = topology.nextPort(router, links.routerOf(to));
      hops++;
    }
    return hops;
  }

  /**
   * The ways on from a router: over each port those whose way it is, then to terminals here.
   *
   * @param channel of the link before
   * @param before the direction of the link before
   */
  private List<Integer> onwards(int router, List<Integer> receivers, int channel, int before) {
    List<Integer> ways = new ArrayList<>();
    for (int port = 0; port < topology.ports(); port++) {
      List<Integer> here = by(router, port, receivers);
      if (!here.isEmpty()) {
        ways.add(over(router, port, here, channel, before));
      }
    }
    for (int terminal : by(router, Topology.HERE, receivers)) {
      ways.add(over(links.receiving(terminal), WayTable.RECEIVER, List.of()));
    }
    return ways;
  }

  private int over(int router, int port, List<Integer> receivers, int channel, int before) {
    Link link = links.ofRouter(router, port);
    if (link == null) {
      throw new IllegalStateException(
          "There is no way %s from router %d.".formatted(topology.portName(port), router));
    }
    int dimension = topology.dimension(port);
    int own = dimension == before ? channel : channel % lanes();
    if (topology.hasCircles() && channels > 1 && topology.closesCircle(router, port)) {
      own = own % lanes() + lanes();
    }
    int far = topology.neighbour(router, port);
    return over(link, own, onwards(far, receivers, own, dimension));
  }

  private int over(Link link, int channel, List<Integer> next) {
    return table.over(link, channel, next);
  }

  private List<Integer> by(int router, int port, List<Integer> receivers) {
    return receivers.stream()
        .filter(terminal -> topology.nextPort(router, links.routerOf(terminal)) == port)
        .toList();
  }
}
