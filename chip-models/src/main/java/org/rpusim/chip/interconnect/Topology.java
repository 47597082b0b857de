package org.rpusim.chip.interconnect;

/**
 * The shape of a network: routers, which of their ports are joined, and the one way from each to
 * any other. Terminals (tiles, memory ports, the shared unit) hang at routers by links of their
 * own.
 */
interface Topology {
  /** Port of a router that is the target. */
  int HERE = -1;

  /** No router. */
  int NONE = -1;

  /** Number of routers. */
  int routers();

  /** Ports of each router towards other routers. */
  int ports();

  /** The router at the other end of a port's link, or {@link #NONE}. */
  int neighbour(int router, int port);

  /** The port by which the way to a target leaves a router, or {@link #HERE}. */
  int nextPort(int router, int target);

  /** Name of a port, for example {@code east}. */
  String portName(int port);

  /** Where a router stands. */
  FloorPlan.Point place(int router);

  /** Length of a link between routers, µm. */
  long micrometres(int router, int port);

  /** Where a tile lies. */
  FloorPlan.Point placeOfTile(int tile);

  /** The router of a tile. */
  int ofTile(int tile);

  /**
   * The router of a memory port.
   *
   * @param port from 0
   * @param ports how many there are
   */
  int ofMemory(int port, int ports);

  /** The router of the digital unit that all tiles share. */
  int ofSharedUnit();

  /** Direction of a port; a way goes through directions in their order. */
  default int dimension(int port) {
    return 0;
  }

  /**
   * Whether a link closes a circle of its direction. A packet that has crossed it uses other queues
   * than before, so that no circle of full queues can form.
   */
  default boolean closesCircle(int router, int port) {
    return false;
  }

  /** Whether ways need two classes of queues against deadlock. */
  default boolean hasCircles() {
    return false;
  }
}
