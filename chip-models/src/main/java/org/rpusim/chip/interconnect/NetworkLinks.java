package org.rpusim.chip.interconnect;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.interconnect.FloorPlan.Point;
import org.rpusim.chip.interconnect.Transfer.Place;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.NetworkSpec;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.TimeLedger;
import org.rpusim.core.stats.CounterTree;

/**
 * The links and queues of a network: between routers, and from and to each terminal. Terminals are
 * the tiles, then the memory ports, then the unit that all tiles share.
 */
final class NetworkLinks {
  private static final double PICOSECONDS_ROUNDED = 1e-3; // µm times ps/mm

  /** Ends of the names of a terminal's links. */
  static final String SEND = ".send";

  static final String RECEIVE = ".receive";

  private final CausalLog log;
  private final CounterTree tree;
  private final NetworkSpec spec;
  private final List<Link> links = new ArrayList<>();
  private final List<PacketQueue> queues = new ArrayList<>();
  private final @Nullable Link[][] ofRouter;
  private final int tiles;

  /** Where each tile in use lies among all of the chip's. */
  private final ImmutableIntArray sites;

  private final String kind;
  private final int[] routerOf;
  private final Link[] receiving;
  private final Link[] sendingLinks;
  private final PacketQueue[] sources;

  /**
   * @param sites number of each tile in use among all of the chip's
   */
  NetworkLinks(
      CausalLog log,
      CounterTree tree,
      ChipSpec chip,
      ImmutableIntArray sites,
      FloorPlan plan,
      Topology topology) {
    this.sites = sites;
    this.log = log;
    this.tree = tree;
    this.spec = chip.interconnect().network();
    this.kind = chip.interconnect().kind();
    this.tiles = chip.tiles();
    this.ofRouter = new Link[topology.routers()][topology.ports()];
    for (int router = 0; router < ofRouter.length; router++) {
      for (int port = 0; port < topology.ports(); port++) {
        if (topology.neighbour(router, port) != Topology.NONE) {
          String name = nameOfLink(router, topology.portName(port));
          ofRouter[router][port] = toRouter(name, topology.micrometres(router, port), true);
        }
      }
    }
    int terminals = tiles + spec.memoryPorts() + 1;
    this.routerOf = new int[terminals];
    this.receiving = new Link[terminals];
    this.sendingLinks = new Link[terminals];
    this.sources = new PacketQueue[terminals];
    for (int terminal = 0; terminal < terminals; terminal++) {
      attach(terminal, plan, topology);
    }
  }

  private void attach(int terminal, FloorPlan plan, Topology topology) {
    int router;
    long micrometres;
    String name;
    if (terminal < tiles) {
      router = topology.ofTile(terminal);
      name = nameOfTile(terminal);
      micrometres = plan.micrometres(topology.place(router), topology.placeOfTile(terminal));
    } else if (terminal < tiles + spec.memoryPorts()) {
      int port = terminal - tiles;
      router = topology.ofMemory(port, spec.memoryPorts());
      name = "network.memory" + port;
      Point place = topology.place(router);
      micrometres = plan.micrometres(place, new Point(0, place.y()));
    } else {
      router = topology.ofSharedUnit();
      name = "network.sharedUnit";
      micrometres = plan.micrometres(0.5);
    }
    routerOf[terminal] = router;
    sendingLinks[terminal] = toRouter(name + SEND, micrometres, false);
    receiving[terminal] = link(name + RECEIVE, micrometres, true);
    sources[terminal] = queue(null, Integer.MAX_VALUE);
  }

  private Link toRouter(String name, long micrometres, boolean leavesRouter) {
    Link link = link(name, micrometres, leavesRouter);
    link.queues = new PacketQueue[spec.virtualChannels()];
    for (int channel = 0; channel < link.queues.length; channel++) {
      link.queues[channel] = queue(link, spec.queueFlits());
    }
    return link;
  }

  private Link link(String name, long micrometres, boolean leavesRouter) {
    long wirePs = Math.round(micrometres * (spec.wirePsPerMillimetre() * PICOSECONDS_ROUNDED));
    TimeLedger ledger = new TimeLedger(log, WaitReason.COUNT);
    LinkCounts counts = new LinkCounts(tree, name, leavesRouter);
    Link link = new Link(links.size(), name, micrometres, wirePs, ledger, counts);
    links.add(link);
    return link;
  }

  private PacketQueue queue(@Nullable Link from, int flits) {
    PacketQueue queue = new PacketQueue(queues.size(), from, flits);
    queues.add(queue);
    return queue;
  }

  /** All links; a link's id is its position. */
  ImmutableList<Link> links() {
    return ImmutableList.copyOf(links);
  }

  /** All queues; a queue's id is its position. */
  ImmutableList<PacketQueue> queues() {
    return ImmutableList.copyOf(queues);
  }

  /** The link at a port of a router, or null where there is none. */
  @Nullable Link ofRouter(int router, int port) {
    return ofRouter[router][port];
  }

  /** The router that a terminal hangs at. */
  int routerOf(int terminal) {
    return routerOf[terminal];
  }

  /** The link by which a terminal receives. */
  Link receiving(int terminal) {
    return receiving[terminal];
  }

  /** The link by which a terminal sends. */
  Link sending(int terminal) {
    return sendingLinks[terminal];
  }

  /** The queue in which packets of a terminal wait to be sent. */
  PacketQueue source(int terminal) {
    return sources[terminal];
  }

  /** The terminals at which a place is joined to the network: memory may have several. */
  int firstTerminal(Place place) {
    return switch (place.kind()) {
      case TILE -> tile(place.index());
      case MEMORY -> tiles;
      case SHARED_UNIT -> tiles + spec.memoryPorts();
    };
  }

  /** How many terminals a place has, from {@link #firstTerminal} on. */
  int terminals(Place place) {
    return place.kind() == Place.Kind.MEMORY ? spec.memoryPorts() : 1;
  }

  private int tile(int index) {
    if (index >= sites.length() || sites.get(index) >= tiles) {
      throw new IllegalArgumentException(
          "There is no way to tile %d: the %s joins tiles 0 to %d."
              .formatted(index, kind, Math.min(sites.length(), tiles) - 1));
    }
    return sites.get(index);
  }

  /** By its number among tiles in use, as all else of it is called. */
  private String nameOfTile(int site) {
    return nameOfTile(site, sites);
  }

  static String nameOfLink(int router, String port) {
    return "network.router" + router + "." + port;
  }

  static String nameOfTile(int site, ImmutableIntArray sites) {
    int index = sites.indexOf(site);
    return index < 0 ? "network.unused" + site : "network.tile" + index;
  }
}
