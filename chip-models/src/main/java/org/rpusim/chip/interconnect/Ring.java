package org.rpusim.chip.interconnect;

/**
 * A ring in both directions with a router a tile, which lie in rows to and fro. A transfer takes
 * the shorter way; where both are alike, from every second router forward, from the others back.
 */
final class Ring implements Topology {
  private static final int FORWARD = 0;
  private static final int BACK = 1;

  private final FloorPlan plan;
  private final int tiles;

  /** The tile of each router, and the other way round. */
  private final int[] tileOf;

  private final int[] routerOf;

  Ring(FloorPlan plan, int tiles) {
    this.plan = plan;
    this.tiles = tiles;
    this.tileOf = toAndFro(plan, tiles);
    this.routerOf = new int[tiles];
    for (int router = 0; router < tiles; router++) {
      routerOf[tileOf[router]] = router;
    }
  }

  /** Tiles in the order of their rows, every second one backwards. */
  private static int[] toAndFro(FloorPlan plan, int tiles) {
    int[] order = new int[tiles];
    int row = 0;
    int first = 0;
    while (first < tiles) {
      int end = first + 1;
      while (end < tiles && plan.tile(end).y() == plan.tile(first).y()) {
        end++;
      }
      for (int i = first; i < end; i++) {
        order[i] = row % 2 == 0 ? i : end - 1 - (i - first);
      }
      first = end;
      row++;
    }
    return order;
  }

  @Override
  public int routers() {
    return tiles;
  }

  @Override
  public int ports() {
    return 2;
  }

  @Override
  public int neighbour(int router, int port) {
    return tiles == 1 ? NONE : Math.floorMod(port == FORWARD ? router + 1 : router - 1, tiles);
  }

  @Override
  public int nextPort(int router, int target) {
    if (router == target) {
      return HERE;
    }
    int forward = Math.floorMod(target - router, tiles);
    boolean alike = 2 * forward == tiles;
    return (alike ? router % 2 == 0 : 2 * forward < tiles) ? FORWARD : BACK;
  }

  @Override
  public String portName(int port) {
    return port == FORWARD ? "forward" : "back";
  }

  /** At the right side of its tile. */
  @Override
  public FloorPlan.Point place(int router) {
    FloorPlan.Point tile = plan.tile(tileOf[router]);
    return new FloorPlan.Point(tile.x() + 0.5, tile.y());
  }

  @Override
  public long micrometres(int router, int port) {
    return plan.micrometres(place(router), place(neighbour(router, port)));
  }

  @Override
  public FloorPlan.Point placeOfTile(int tile) {
    return plan.tile(tile);
  }

  @Override
  public int ofTile(int tile) {
    return routerOf[tile];
  }

  @Override
  public int ofMemory(int port, int ports) {
    return (int) ((long) port * tiles / ports);
  }

  @Override
  public int ofSharedUnit() {
    return tiles / 2;
  }

  @Override
  public boolean closesCircle(int router, int port) {
    return port == FORWARD ? router == tiles - 1 : router == 0;
  }

  @Override
  public boolean hasCircles() {
    return true;
  }
}
