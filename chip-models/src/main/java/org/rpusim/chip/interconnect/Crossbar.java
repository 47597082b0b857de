package org.rpusim.chip.interconnect;

/** One switch in the middle of the chip that joins every place to every other. */
record Crossbar(FloorPlan plan) implements Topology {
  @Override
  public int routers() {
    return 1;
  }

  @Override
  public int ports() {
    return 0;
  }

  @Override
  public int neighbour(int router, int port) {
    return NONE;
  }

  @Override
  public int nextPort(int router, int target) {
    return HERE;
  }

  @Override
  public String portName(int port) {
    throw new IllegalArgumentException("a crossbar has no port " + port);
  }

  @Override
  public FloorPlan.Point place(int router) {
    return new FloorPlan.Point(plan.columns() / 2.0, plan.rows() / 2.0);
  }

  @Override
  public long micrometres(int router, int port) {
    throw new IllegalArgumentException("a crossbar has no port " + port);
  }

  @Override
  public FloorPlan.Point placeOfTile(int tile) {
    return plan.tile(tile);
  }

  @Override
  public int ofTile(int tile) {
    return 0;
  }

  @Override
  public int ofMemory(int port, int ports) {
    return 0;
  }

  @Override
  public int ofSharedUnit() {
    return 0;
  }
}
