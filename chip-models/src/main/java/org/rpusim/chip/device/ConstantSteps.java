package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.LineLists;
import org.rpusim.chip.math.StepBuffer;
import org.rpusim.chip.math.StepKernels;
import org.rpusim.chip.math.StepTable;
import org.rpusim.chip.math.Trains;

/**
 * Applies trains to constant-step devices, row by row. A row with few coincidences takes them slot
 * by slot from lists of columns; one with many takes its blocks of columns whole, and up to {@link
 * StepKernels#MERGED} slots at once. Which it is depends on the trains alone, so that weights do
 * not depend on how they are laid out in memory.
 */
final class ConstantSteps {
  /** More coincidences than this for each block of 16 columns are many. */
  private static final int MANY = 5;

  private final CrossPoints crossPoints;
  private final StepTable table;
  private final boolean noisy;
  private final StepKernels kernels;
  private final StepNoise noise;
  private final StepBuffer buffer;
  private final LineLists lists;
  private final int[] firstOfSlot = new int[PulseTrains.MAX_SLOTS];

  /** Slots of each column, 32 a plane. */
  private final int[][] bits = new int[PulseTrains.MAX_SLOTS / StepKernels.PLANE][];

  /** Slots whose columns are listed, a bit each. */
  private long listed;

  private boolean bitsKnown;

  /** Weights that are stepped, the distance of neighbouring columns in them, and of rows. */
  private float[] weights = {};

  private int columnDistance;

  ConstantSteps(
      CrossPoints crossPoints, StepTable table, boolean noisy, DeviceKey key, Kernels kernels) {
    this.crossPoints = crossPoints;
    this.table = table;
    this.noisy = noisy;
    this.kernels = kernels.steps();
    int columns = crossPoints.columns();
    noise = new StepNoise(kernels, key, columns);
    buffer = new StepBuffer(columns);
    lists = new LineLists(columns);
    for (int plane = 0; plane < bits.length; plane++) {
      bits[plane] = new int[Kernels.padded(columns)];
    }
  }

  /** See {@link PulsedDevice#apply}. */
  void apply(PulseTrains trains, long cycle) {
    noise.start(cycle, noisy ? trains.coincidences() : 0);
    lists.clear();
    listed = 0;
    bitsKnown = false;
    float[] sole = crossPoints.soleCopy();
    boolean inputMajor = sole.length > 0;
    weights = inputMajor ? sole : crossPoints.weights();
    columnDistance = inputMajor ? crossPoints.inputMajorStride() : 1;
    for (int k = 0; k < trains.pulsedRows(); k++) {
      long coincidences = 0;
      long on = trains.slots(k);
      for (long slots = on; slots != 0; slots &= slots - 1) {
        coincidences += trains.columnPulses(Long.numberOfTrailingZeros(slots));
      }
      boolean single = (on & (on - 1)) == 0;
      if (coincidences <= (long) MANY * trains.columns().count() || (single && inputMajor)) {
        stepListed(trains, k);
      } else if (single) {
        stepSlot(trains, k, Long.numberOfTrailingZeros(on));
      } else {
        stepMerged(trains, k, inputMajor);
      }
    }
  }

  /** Place of a row's column 0 in the weights. */
  private int place(int row) {
    return columnDistance == 1 ? crossPoints.index(row, 0) : Kernels.BASE + row;
  }

  private void stepListed(PulseTrains trains, int k) {
    int row = trains.row(k);
    int offset = crossPoints.index(row, 0);
    for (long slots = trains.slots(k); slots != 0; slots &= slots - 1) {
      int slot = Long.numberOfTrailingZeros(slots);
      int count = trains.columnPulses(slot);
      int first = list(trains, slot);
      int position = noise.take(count);
      float[] numbers = noise.numbers();
      boolean falling = trains.negative(k);
      kernels.listed(
          weights,
          place(row),
          table,
          offset,
          falling,
          lists,
          first,
          count,
          numbers,
          position,
          buffer);
      if (columnDistance == 1) {
        crossPoints.mirror(row, lists, first, count);
      }
    }
  }

  /** The list of a slot's columns; made when the first row needs it. */
  private int list(PulseTrains trains, int slot) {
    if ((listed >>> slot & 1) == 0) {
      firstOfSlot[slot] = lists.end();
      lists.keep(kernels.list(trains.columns(), slot, columnDistance, lists));
      listed |= 1L << slot;
    }
    return firstOfSlot[slot];
  }

  private void stepSlot(PulseTrains trains, int k, int slot) {
    int row = trains.row(k);
    int offset = crossPoints.index(row, 0);
    int position = noise.take(trains.columnPulses(slot));
    boolean falling = trains.negative(k);
    Trains columns = trains.columns();
    float[] numbers = noise.numbers();
    kernels.slot(weights, table, offset, falling, columns, slot, numbers, position, buffer);
    crossPoints.mirror(row, columns);
  }

  private void stepMerged(PulseTrains trains, int k, boolean inputMajor) {
    for (int plane = 0; plane < bits.length && !bitsKnown; plane++) {
      int first = plane * StepKernels.PLANE;
      if (first < trains.columns().slots()) {
        kernels.lineBits(trains.columns(), trains.live(), first, bits[plane]);
      }
    }
    bitsKnown = true;
    for (int plane = 0; plane < bits.length; plane++) {
      int left = (int) (trains.slots(k) >>> (plane * StepKernels.PLANE));
      while (left != 0) {
        int on = lowest(left);
        left ^= on;
        if (inputMajor) {
          stepMergedList(trains, k, bits[plane], on);
        } else {
          stepMergedBlocks(trains, k, bits[plane], on);
        }
      }
    }
    if (!inputMajor) {
      crossPoints.mirror(trains.row(k), trains.columns());
    }
  }

  /** The lowest bits, as many as are done together. */
  private static int lowest(int bits) {
    int left = bits;
    for (int i = 0; i < StepKernels.MERGED && left != 0; i++) {
      left &= left - 1;
    }
    return bits ^ left;
  }

  private void stepMergedBlocks(PulseTrains trains, int k, int[] plane, int on) {
    Trains columns = trains.columns();
    int offset = crossPoints.index(trains.row(k), 0);
    int most = most(columns);
    int position = noise.take(most);
    boolean falling = trains.negative(k);
    float[] numbers = noise.numbers();
    int devices =
        kernels.merged(
            weights, table, offset, falling, columns, plane, on, numbers, position, buffer);
    noise.giveBack(most - devices);
  }

  /** All columns that may have a pulse. */
  private int most(Trains columns) {
    return Math.min(columns.count() * Kernels.BLOCK, crossPoints.columns());
  }

  private void stepMergedList(PulseTrains trains, int k, int[] plane, int on) {
    int row = trains.row(k);
    int offset = crossPoints.index(row, 0);
    int first = lists.end();
    int count = kernels.listMerged(trains.columns(), plane, on, columnDistance, lists);
    int position = noise.take(count);
    float[] numbers = noise.numbers();
    boolean falling = trains.negative(k);
    kernels.listedMerged(
        weights,
        place(row),
        table,
        offset,
        falling,
        lists,
        first,
        count,
        numbers,
        position,
        buffer);
  }
}
