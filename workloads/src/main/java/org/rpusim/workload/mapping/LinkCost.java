package org.rpusim.workload.mapping;

import org.rpusim.chip.floorplan.FloorPlan;

/**
 * Sum of the squares of what links between neighbouring cells of the floor plan carry, where flows
 * go along the row first and then along the column. A square weighs a crowded link more than two
 * that share its load. Cells have the size of the main kind's tiles.
 */
final class LinkCost implements PlacementCost {
  private final int[] columnOf;
  private final int[] rowOf;
  private final int columns;
  private final long[] across;
  private final long[] down;
  private double total;

  LinkCost(FloorPlan plan) {
    double side = plan.sites().getFirst().sideMillimetres();
    int sites = plan.sites().size();
    columnOf = new int[sites];
    rowOf = new int[sites];
    int mostColumns = 0;
    int mostRows = 0;
    for (int i = 0; i < sites; i++) {
      columnOf[i] = (int) (plan.sites().get(i).xMillimetres() / side);
      rowOf[i] = (int) (plan.sites().get(i).yMillimetres() / side);
      mostColumns = Math.max(mostColumns, columnOf[i]);
      mostRows = Math.max(mostRows, rowOf[i]);
    }
    columns = mostColumns + 1;
    across = new long[columns * (mostRows + 1)];
    down = new long[columns * (mostRows + 1)];
  }

  @Override
  public void add(int from, int to, long numbers) {
    route(from, to, numbers);
  }

  @Override
  public void remove(int from, int to, long numbers) {
    route(from, to, -numbers);
  }

  private void route(int from, int to, long numbers) {
    int column = from == Traffic.MEMORY ? 0 : columnOf[from];
    int row = from == Traffic.MEMORY ? 0 : rowOf[from];
    int endColumn = columnOf[to];
    int endRow = rowOf[to];
    for (int c = Math.min(column, endColumn); c < Math.max(column, endColumn); c++) {
      load(across, row * columns + c, numbers);
    }
    for (int r = Math.min(row, endRow); r < Math.max(row, endRow); r++) {
      load(down, r * columns + endColumn, numbers);
    }
  }

  private void load(long[] links, int link, long numbers) {
    double before = links[link];
    links[link] += numbers;
    double after = links[link];
    // (a + b)(a - b) is exact below 2^53, where the difference of squares need not be.
    total += (after - before) * (after + before);
  }

  @Override
  public double total() {
    return total;
  }

  /** What the busiest link carries. */
  long busiest() {
    long most = 0;
    for (int i = 0; i < across.length; i++) {
      most = Math.max(most, Math.max(across[i], down[i]));
    }
    return most;
  }
}
