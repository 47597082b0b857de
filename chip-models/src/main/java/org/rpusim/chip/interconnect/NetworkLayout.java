package org.rpusim.chip.interconnect;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.interconnect.FloorPlan.Point;
import org.rpusim.chip.spec.ChipSpec;

/**
 * Where a chip's tiles and the links of its interconnect lie, for pictures. Places are in cells of
 * {@link FloorPlan}, from the upper left corner.
 *
 * @param places the middle of each of the chip's tiles
 * @param wires the links of a network; none where the interconnect has no routers
 */
public record NetworkLayout(ImmutableList<Point> places, ImmutableList<Wire> wires) {

  /**
   * A link.
   *
   * @param link its name, as in the accounts of time
   * @param closesCircle whether it is the link of a ring or torus that goes back to the other end
   */
  public record Wire(String link, Point from, Point to, boolean closesCircle) {}

  /**
   * The layout of a chip.
   *
   * @param sites number of each tile in use among all of the chip's
   * @throws ConfigException if the chip has more tiles than a network may join
   */
  public static NetworkLayout of(ChipSpec chip, ImmutableIntArray sites) {
    if (!Interconnects.isNetwork(chip)) {
      FloorPlan plan = FloorPlan.of(chip);
      ImmutableList.Builder<Point> places = ImmutableList.builder();
      for (int tile = 0; tile < chip.tiles(); tile++) {
        places.add(plan.tile(tile));
      }
      return new NetworkLayout(places.build(), ImmutableList.of());
    }
    return of(chip, sites, Interconnects.topology(chip));
  }

  private static NetworkLayout of(ChipSpec chip, ImmutableIntArray sites, Topology topology) {
    ImmutableList.Builder<Point> places = ImmutableList.builder();
    ImmutableList.Builder<Wire> wires = ImmutableList.builder();
    for (int router = 0; router < topology.routers(); router++) {
      for (int port = 0; port < topology.ports(); port++) {
        int neighbour = topology.neighbour(router, port);
        if (neighbour != Topology.NONE) {
          wires.add(
              new Wire(
                  NetworkLinks.nameOfLink(router, topology.portName(port)),
                  topology.place(router),
                  topology.place(neighbour),
                  topology.closesCircle(router, port)));
        }
      }
    }
    for (int tile = 0; tile < chip.tiles(); tile++) {
      Point place = topology.placeOfTile(tile);
      places.add(place);
      String name = NetworkLinks.nameOfTile(tile, sites);
      addTerminal(wires, name, place, topology.place(topology.ofTile(tile)));
    }
    int ports = chip.interconnect().network().memoryPorts();
    for (int port = 0; port < ports; port++) {
      Point router = topology.place(topology.ofMemory(port, ports));
      addTerminal(wires, "network.memory" + port, new Point(0, router.y()), router);
    }
    return new NetworkLayout(places.build(), wires.build());
  }

  private static void addTerminal(
      ImmutableList.Builder<Wire> wires, String name, Point terminal, Point router) {
    wires.add(new Wire(name + NetworkLinks.SEND, terminal, router, false));
    wires.add(new Wire(name + NetworkLinks.RECEIVE, router, terminal, false));
  }
}
