package org.rpusim.chip.interconnect;

/**
 * A 2-D mesh, or a torus, of a router a cell: first along the row, then along the column. A torus
 * takes the shorter way round; where both are alike, every second router takes the one, the others
 * the other, so that no direction has more to carry. It is folded, so that its links are two cells
 * long and none is longer. Small tiles of a chip with several kinds share the router of their cell.
 *
 * @param torus whether each row and column is closed to a circle
 */
record Grid(FloorPlan plan, boolean torus) implements Topology {
  private static final int EAST = 0;
  private static final int WEST = 1;
  private static final int SOUTH = 2;
  private static final int NORTH = 3;
  private static final String[] NAMES = {"east", "west", "south", "north"};
  private static final int FOLD = 2;

  private int columns() {
    return plan.columns();
  }

  private int column(int router) {
    return router % columns();
  }

  private int row(int router) {
    return router / columns();
  }

  @Override
  public int routers() {
    return columns() * plan.rows();
  }

  @Override
  public int ports() {
    return NAMES.length;
  }

  @Override
  public int neighbour(int router, int port) {
    int column = column(router);
    int row = row(router);
    return switch (port) {
      case EAST -> at(column + 1, row);
      case WEST -> at(column - 1, row);
      case SOUTH -> at(column, row + 1);
      default -> at(column, row - 1);
    };
  }

  private int at(int column, int row) {
    boolean inside = column >= 0 && column < columns() && row >= 0 && row < plan.rows();
    boolean alone = (column < 0 || column >= columns()) ? columns() == 1 : plan.rows() == 1;
    if (!inside && (!torus || alone)) {
      return NONE;
    }
    return Math.floorMod(row, plan.rows()) * columns() + Math.floorMod(column, columns());
  }

  @Override
  public int nextPort(int router, int target) {
    int across = column(target) - column(router);
    if (across != 0) {
      return isForward(across, columns(), router) ? EAST : WEST;
    }
    int down = row(target) - row(router);
    if (down != 0) {
      return isForward(down, plan.rows(), router) ? SOUTH : NORTH;
    }
    return HERE;
  }

  private boolean isForward(int distance, int size, int router) {
    if (!torus) {
      return distance > 0;
    }
    int forward = Math.floorMod(distance, size);
    boolean alike = 2 * forward == size;
    return alike ? (column(router) + row(router)) % 2 == 0 : 2 * forward < size;
  }

  @Override
  public String portName(int port) {
    return NAMES[port];
  }

  /** At the right side of its cell. */
  @Override
  public FloorPlan.Point place(int router) {
    return new FloorPlan.Point(column(router) + 1.0, row(router) + 0.5);
  }

  @Override
  public long micrometres(int router, int port) {
    int size = dimension(port) == 0 ? columns() : plan.rows();
    return plan.micrometres(torus && size > FOLD ? FOLD : 1.0);
  }

  @Override
  public FloorPlan.Point placeOfTile(int tile) {
    return plan.tile(tile);
  }

  @Override
  public int ofTile(int tile) {
    return plan.cell(tile);
  }

  @Override
  public int ofMemory(int port, int ports) {
    return (2 * port + 1) * plan.rows() / (2 * ports) * columns();
  }

  @Override
  public int ofSharedUnit() {
    return plan.rows() / 2 * columns() + columns() / 2;
  }

  @Override
  public int dimension(int port) {
    return port == EAST || port == WEST ? 0 : 1;
  }

  @Override
  public boolean closesCircle(int router, int port) {
    return torus
        && switch (port) {
          case EAST -> column(router) == columns() - 1;
          case WEST -> column(router) == 0;
          case SOUTH -> row(router) == plan.rows() - 1;
          default -> row(router) == 0;
        };
  }

  @Override
  public boolean hasCircles() {
    return torus;
  }
}
