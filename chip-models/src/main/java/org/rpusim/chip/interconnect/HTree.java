package org.rpusim.chip.interconnect;

/**
 * An H-tree: each router joins the four quarters of a square to the square around it. Tiles lie
 * quarter by quarter; squares without a tile have no router. Where tiles are of several kinds they
 * lie as the floor plan has them, and a router in the middle of what it joins. All links are alike,
 * so that the top of the tree bounds what passes between the quarters of the chip.
 */
final class HTree implements Topology {
  private static final int QUARTERS = 4;
  private static final int UP = QUARTERS;
  private static final String[] NAMES = {"northWest", "northEast", "southWest", "southEast", "up"};

  private final FloorPlan plan;
  private final int tiles;

  /** Index of the first router of each level; level 0 joins tiles, the last is the root. */
  private final int[] firstOfLevel;

  HTree(FloorPlan plan, int tiles) {
    this.plan = plan;
    this.tiles = tiles;
    int levels = 1;
    for (long reach = QUARTERS; reach < tiles; reach *= QUARTERS) {
      levels++;
    }
    this.firstOfLevel = new int[levels + 1];
    int inLevel = tiles;
    for (int level = 0; level < levels; level++) {
      inLevel = Math.ceilDiv(inLevel, QUARTERS);
      firstOfLevel[level + 1] = firstOfLevel[level] + inLevel;
    }
  }

  private int levels() {
    return firstOfLevel.length - 1;
  }

  private int level(int router) {
    int level = 0;
    while (router >= firstOfLevel[level + 1]) {
      level++;
    }
    return level;
  }

  private int root() {
    return routers() - 1;
  }

  @Override
  public int routers() {
    return firstOfLevel[levels()];
  }

  @Override
  public int ports() {
    return NAMES.length;
  }

  @Override
  public int neighbour(int router, int port) {
    int level = level(router);
    int index = router - firstOfLevel[level];
    if (port == UP) {
      return router == root() ? NONE : firstOfLevel[level + 1] + index / QUARTERS;
    }
    if (level == 0) {
      return NONE; // tiles hang there
    }
    int below = firstOfLevel[level - 1] + index * QUARTERS + port;
    return below < firstOfLevel[level] ? below : NONE;
  }

  @Override
  public int nextPort(int router, int target) {
    if (router == target) {
      return HERE;
    }
    int level = level(router);
    int at = target;
    int below = at;
    int atLevel = level(at);
    while (atLevel < level) {
      below = at;
      at = neighbour(at, UP);
      atLevel++;
    }
    return at == router ? (below - firstOfLevel[level - 1]) % QUARTERS : UP;
  }

  @Override
  public String portName(int port) {
    return NAMES[port];
  }

  /** In the middle of its square. */
  @Override
  public FloorPlan.Point place(int router) {
    int level = level(router);
    if (!plan.isRegular()) {
      return middle(router, level);
    }
    int side = 2 << level;
    int[] corner = quarterCorner(router - firstOfLevel[level]);
    return new FloorPlan.Point((corner[0] + 0.5) * side, (corner[1] + 0.5) * side);
  }

  private FloorPlan.Point middle(int router, int level) {
    double x = 0;
    double y = 0;
    int first = (router - firstOfLevel[level]) * QUARTERS;
    int end = Math.min(first + QUARTERS, level == 0 ? tiles : routersOf(level - 1));
    for (int i = first; i < end; i++) {
      FloorPlan.Point below = level == 0 ? plan.tile(i) : place(firstOfLevel[level - 1] + i);
      x += below.x();
      y += below.y();
    }
    return new FloorPlan.Point(x / (end - first), y / (end - first));
  }

  private int routersOf(int level) {
    return firstOfLevel[level + 1] - firstOfLevel[level];
  }

  /** Column and row of the n-th square when each square is gone through quarter by quarter. */
  private static int[] quarterCorner(int n) {
    int column = 0;
    int row = 0;
    for (int bit = 0; n >>> (2 * bit) != 0; bit++) {
      column |= (n >>> (2 * bit) & 1) << bit;
      row |= (n >>> (2 * bit + 1) & 1) << bit;
    }
    return new int[] {column, row};
  }

  @Override
  public long micrometres(int router, int port) {
    return plan.micrometres(place(router), place(neighbour(router, port)));
  }

  @Override
  public FloorPlan.Point placeOfTile(int tile) {
    if (!plan.isRegular()) {
      return plan.tile(tile);
    }
    int[] corner = quarterCorner(tile);
    return plan.middle(corner[0], corner[1]);
  }

  @Override
  public int ofTile(int tile) {
    if (tile >= tiles) {
      throw new IllegalArgumentException("there is no tile " + tile);
    }
    return tile / QUARTERS;
  }

  @Override
  public int ofMemory(int port, int ports) {
    return root();
  }

  @Override
  public int ofSharedUnit() {
    return root();
  }
}
