package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.LineLists;
import org.rpusim.chip.math.StepBuffer;
import org.rpusim.chip.math.StepKernels;
import org.rpusim.chip.math.StepList;
import org.rpusim.chip.math.StepTable;
import org.rpusim.chip.math.Trains;

/**
 * Applies trains to constant-step devices, row by row. A row with few coincidences adds them to a
 * list, which is done when it is long; one with many takes its blocks of columns whole, if they lie
 * side by side. Rows with several slots take up to {@link StepKernels#MERGED} of them at once. What
 * a row takes depends on the trains alone, so that weights do not depend on how they are laid out
 * in memory.
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
  private final StepList steps;
  private final LineLists lists;
  private final int[] firstOfSlot = new int[PulseTrains.MAX_SLOTS];

  /** Slots of each column, 32 a plane. */
  private final int[][] bits;

  /** Slots whose columns are listed, a bit each. */
  private long listed;

  /** Planes that are made, a bit each. */
  private int planesKnown;

  /** Weights that are stepped, the distance of neighbouring columns in them, and of rows. */
  private float[] weights = {};

  private int columnDistance;

  /** Whether there is a copy that must follow. */
  private boolean mirrored;

  ConstantSteps(
      CrossPoints crossPoints, StepTable table, boolean noisy, DeviceKey key, Kernels kernels) {
    this.crossPoints = crossPoints;
    this.table = table;
    this.noisy = noisy;
    this.kernels = kernels.steps();
    int columns = crossPoints.columns();
    noise = new StepNoise(kernels, key, columns);
    buffer = new StepBuffer(columns);
    steps = new StepList(columns);
    lists = new LineLists(columns);
    bits = StepKernels.planes(columns, PulseTrains.MAX_SLOTS);
  }

  /** See {@link PulsedDevice#apply}. */
  void apply(PulseTrains trains, long cycle) {
    noise.start(cycle, noisy ? trains.coincidences() : 0);
    lists.clear();
    listed = 0;
    planesKnown = 0;
    boolean inputMajor = crossPoints.isInputMajorAlone();
    mirrored = !inputMajor && crossPoints.layout() != WeightLayout.ROW_MAJOR;
    weights = inputMajor ? crossPoints.inputMajorWeights() : crossPoints.weights();
    columnDistance = inputMajor ? crossPoints.inputMajorStride() : 1;
    for (int k = 0; k < trains.pulsedRows(); k++) {
      long on = trains.slots(k);
      boolean single = (on & (on - 1)) == 0;
      boolean many = coincidences(trains, on) > (long) MANY * trains.columns().count();
      if (many && !inputMajor) {
        stepBlocks(trains, k, single);
      } else if (single) {
        appendSlot(trains, k, Long.numberOfTrailingZeros(on));
      } else {
        appendMerged(trains, k);
      }
    }
    stepListed();
  }

  private static long coincidences(PulseTrains trains, long on) {
    long coincidences = 0;
    for (long slots = on; slots != 0; slots &= slots - 1) {
      coincidences += trains.columnPulses(Long.numberOfTrailingZeros(slots));
    }
    return coincidences;
  }

  /** Place of a row's column 0 in the weights. */
  private int place(int row) {
    return columnDistance == 1 ? crossPoints.index(row, 0) : Kernels.BASE + row;
  }

  private void stepListed() {
    kernels.step(weights, table, steps, buffer);
    steps.clear();
  }

  private void appendSlot(PulseTrains trains, int k, int slot) {
    int row = trains.row(k);
    int count = trains.columnPulses(slot);
    int first = list(trains, slot);
    int position = noise.take(count);
    int offset = crossPoints.index(row, 0);
    boolean falling = trains.negative(k);
    float[] numbers = noise.numbers();
    kernels.append(lists, first, count, place(row), offset, falling, numbers, position, steps);
    rowAppended(row);
  }

  /** Where weights lie in two ways each row is done at once, as the other copy must follow. */
  private void rowAppended(int row) {
    if (mirrored) {
      kernels.step(weights, table, steps, buffer);
      crossPoints.mirror(row, steps);
      steps.clear();
    } else if (steps.isLong()) {
      stepListed();
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

  private void stepBlocks(PulseTrains trains, int k, boolean single) {
    if (single) {
      stepSlot(trains, k, Long.numberOfTrailingZeros(trains.slots(k)));
    } else {
      for (long left = trains.slots(k); left != 0; left ^= together(left)) {
        stepMerged(trains, k, together(left));
      }
    }
    crossPoints.mirror(trains.row(k), trains.columns());
  }

  private void stepSlot(PulseTrains trains, int k, int slot) {
    int offset = crossPoints.index(trains.row(k), 0);
    int position = noise.take(trains.columnPulses(slot));
    boolean falling = trains.negative(k);
    Trains columns = trains.columns();
    float[] numbers = noise.numbers();
    kernels.slot(weights, table, offset, falling, columns, slot, numbers, position, buffer);
  }

  private void stepMerged(PulseTrains trains, int k, long slots) {
    Trains columns = trains.columns();
    int offset = crossPoints.index(trains.row(k), 0);
    int most = most(columns);
    int position = noise.take(most);
    boolean falling = trains.negative(k);
    float[] numbers = noise.numbers();
    int[] bits = lineBits(trains, slots);
    int on = onPlane(slots);
    int devices =
        kernels.merged(
            weights, table, offset, falling, columns, bits, on, numbers, position, buffer);
    noise.giveBack(most - devices);
  }

  /** A device may be in several parts of a row, which are then not done together. */
  private void appendMerged(PulseTrains trains, int k) {
    int row = trains.row(k);
    int offset = crossPoints.index(row, 0);
    int most = most(trains.columns());
    boolean falling = trains.negative(k);
    long left = trains.slots(k);
    while (left != 0) {
      long slots = together(left);
      left ^= slots;
      int position = noise.take(most);
      float[] numbers = noise.numbers();
      int devices =
          kernels.appendMerged(
              trains.columns(),
              lineBits(trains, slots),
              onPlane(slots),
              columnDistance,
              place(row),
              offset,
              falling,
              numbers,
              position,
              steps);
      noise.giveBack(most - devices);
      if (left != 0 && !mirrored) {
        stepListed();
      } else {
        rowAppended(row);
      }
    }
  }

  /** All columns that may have a pulse. */
  private int most(Trains columns) {
    return Math.min(columns.count() * Kernels.BLOCK, crossPoints.columns());
  }

  /** The lowest slots, as many as are done together, all of one plane. */
  private static long together(long slots) {
    int plane = Long.numberOfTrailingZeros(slots) / StepKernels.PLANE * StepKernels.PLANE;
    long left = slots >>> plane & 0xFFFF_FFFFL;
    long rest = left;
    for (int i = 0; i < StepKernels.MERGED && rest != 0; i++) {
      rest &= rest - 1;
    }
    return (left ^ rest) << plane;
  }

  /** Slots of one plane as its bits. */
  private static int onPlane(long slots) {
    return (int) (slots | slots >>> StepKernels.PLANE);
  }

  /** The plane of some slots: made when the first row needs it. */
  private int[] lineBits(PulseTrains trains, long slots) {
    int plane = Long.numberOfTrailingZeros(slots) / StepKernels.PLANE;
    if ((planesKnown >>> plane & 1) == 0) {
      kernels.lineBits(trains.columns(), trains.live(), plane * StepKernels.PLANE, bits[plane]);
      planesKnown |= 1 << plane;
    }
    return bits[plane];
  }
}
