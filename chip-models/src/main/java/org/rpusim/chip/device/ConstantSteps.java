package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.LineLists;
import org.rpusim.chip.math.PulsedLines;
import org.rpusim.chip.math.StepBuffer;
import org.rpusim.chip.math.StepKernels;
import org.rpusim.chip.math.StepList;
import org.rpusim.chip.math.StepTable;
import org.rpusim.chip.math.Trains;

/**
 * Applies trains to constant-step devices, row by row. Rows with few coincidences add them to a
 * list, which is done when it is long; one with many takes its blocks of columns whole, if they lie
 * side by side. Rows with several slots take up to {@link StepKernels#MERGED} of them at once.
 * Which noise a row takes depends on the trains alone, so that weights do not depend on how they
 * are laid out in memory.
 */
final class ConstantSteps {
  /** More coincidences than this for each block of 16 columns are many. */
  private static final int MANY = 5;

  /** The same in large arrays, whose blocks come from far memory before they are needed. */
  private static final int MANY_IN_LARGE = 3;

  /** Cross-points of a large array, whose weights and steps fill no cache of a core. */
  private static final long LARGE = 1 << 20;

  private final CrossPoints crossPoints;
  private final int many;
  private final StepTable table;
  private final boolean noisy;
  private final StepKernels kernels;
  private final StepNoise noise;
  private final StepBuffer buffer;
  private final StepList steps;
  private final LineLists lists;

  /** Weights that are stepped. */
  private float[] weights = {};

  /** Whether they lie input-major, where blocks of columns do not lie side by side. */
  private boolean inputMajor;

  /** Whether there is a copy that must follow. */
  private boolean mirrored;

  ConstantSteps(
      CrossPoints crossPoints, StepTable table, boolean noisy, DeviceKey key, Kernels kernels) {
    this.crossPoints = crossPoints;
    this.table = table;
    this.noisy = noisy;
    this.kernels = kernels.steps();
    int columns = crossPoints.columns();
    many = (long) crossPoints.rows() * columns < LARGE ? MANY : MANY_IN_LARGE;
    buffer = new StepBuffer(columns);
    steps = new StepList(columns, crossPoints.stride());
    noise = new StepNoise(kernels, key, steps.capacity());
    lists = new LineLists(columns);
  }

  /** See {@link PulsedDevice#apply}. */
  void apply(PulseTrains trains, long cycle) {
    noise.start(cycle, noisy ? trains.coincidences() : 0);
    inputMajor = crossPoints.isInputMajorAlone();
    mirrored = !inputMajor && crossPoints.layout() != WeightLayout.ROW_MAJOR;
    weights = inputMajor ? crossPoints.inputMajorWeights() : crossPoints.weights();
    lists.start(trains.columns(), trains.columnPulsesOfSlots());
    int distance = inputMajor || mirrored ? crossPoints.inputMajorStride() : 0;
    steps.start(distance);
    apply(trains.rows(), trains.live(), 0, distance);
    if (trains.live() >>> StepKernels.PLANE != 0) {
      apply(trains.rows(), trains.live(), 1, distance);
    }
  }

  private void apply(PulsedLines rows, long live, int plane, int distance) {
    lists.make(kernels, rows, live, plane, distance);
    int most = inputMajor ? Integer.MAX_VALUE : many * lists.blocks();
    int k = 0;
    while (k < rows.count()) {
      k = kernels.append(rows, k, plane, most, lists, steps);
      boolean alone = k < rows.count() && !steps.isLong();
      stepListed();
      if (alone) {
        stepAlone(rows, k, plane, most);
        k++;
      }
    }
    stepListed();
  }

  private void stepListed() {
    if (steps.count() == 0) {
      return;
    }
    int position = noise.take(steps.count());
    kernels.step(weights, inputMajor, table, steps, noise.numbers(), position, buffer);
    if (mirrored) {
      kernels.mirror(weights, crossPoints.inputMajorWeights(), steps, buffer);
    }
    steps.clear();
  }

  /** A device may be in several parts of a row, which are then not done together. */
  private void stepAlone(PulsedLines rows, int k, int plane, int most) {
    int on = rows.slots(k, plane);
    boolean whole = lists.coincidences(rows, k, plane) > most;
    if (whole && (on & (on - 1)) == 0) {
      stepSlot(rows, k, plane * StepKernels.PLANE + Integer.numberOfTrailingZeros(on));
    } else {
      for (int left = on; left != 0; left ^= together(left)) {
        if (whole) {
          stepMerged(rows, k, together(left));
        } else {
          kernels.appendPart(rows, k, together(left), lists, steps);
          stepListed();
        }
      }
    }
    if (whole) {
      crossPoints.mirror(rows.line(k), lists.columns());
    }
  }

  private void stepSlot(PulsedLines rows, int k, int slot) {
    int offset = crossPoints.index(rows.line(k), 0);
    int position = noise.take(lists.pulses(slot));
    boolean falling = rows.negative(k);
    float[] numbers = noise.numbers();
    kernels.slot(weights, table, offset, falling, lists.columns(), slot, numbers, position, buffer);
  }

  private void stepMerged(PulsedLines rows, int k, int on) {
    Trains columns = lists.columns();
    int offset = crossPoints.index(rows.line(k), 0);
    int most = Math.min(lists.blocks() * Kernels.BLOCK, crossPoints.columns());
    int position = noise.take(most);
    boolean falling = rows.negative(k);
    float[] numbers = noise.numbers();
    int devices =
        kernels.merged(
            weights, table, offset, falling, columns, lists.bits(), on, numbers, position, buffer);
    noise.giveBack(most - devices);
  }

  /** The lowest slots of a plane, as many as are done together. */
  private static int together(int slots) {
    int rest = slots;
    for (int i = 0; i < StepKernels.MERGED && rest != 0; i++) {
      rest &= rest - 1;
    }
    return slots ^ rest;
  }
}
