package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.PulsedLines;
import org.rpusim.chip.math.StepKernels;
import org.rpusim.chip.math.Streams;
import org.rpusim.chip.math.Trains;

/**
 * The pulse trains of one update (P1): a line of value v has a pulse in a slot with probability
 * min(gain·|v|, 1), the gain being its side's. A shorter train draws as if there were no longer
 * ones. Rows are drawn first; in a slot without a row pulse the columns are not driven either, as
 * no device could change, so their pulses are neither drawn nor counted.
 *
 * <p>With two phases, rows of positive values have the first and rows of negative values the
 * second; a column sends the same train in both. A device takes part in the phase of its row alone,
 * so that phases change time and pulses of columns, and no weight.
 */
public final class PulseTrains {
  /** Longest train. */
  public static final int MAX_SLOTS = 64;

  private final Kernels kernels;
  private final int phases;
  private final long rowPurpose;
  private final long columnPurpose;
  private final Trains rowDraws;
  private final Trains columnDraws;
  private final SlotEntries entries;
  private final PulsedLines pulsedRows;
  private final int[] rowPulsesOfSlot;

  /** Slots of each row, a plane after the other. */
  private final int[][] rowBits;

  private final int[] columnPulses;
  private int slots;
  private long live;

  /** Slots in which a row of negative value has a pulse. */
  private long liveNegative;

  /** Slots in which a row of positive value has a pulse. */
  private long livePositive;

  private long rowPulses;
  private long columnPulsesInAll;
  private long coincidences;

  /**
   * Trains for an array.
   *
   * @param mostSlots largest bit length BL, 1 to {@value #MAX_SLOTS}
   * @param phases 1, or 2 for rows of positive and of negative values one after the other
   * @throws IllegalArgumentException if mostSlots is out of range
   */
  public PulseTrains(
      int rows, int columns, int mostSlots, int phases, DeviceKey key, Kernels kernels) {
    if (mostSlots < 1 || mostSlots > MAX_SLOTS) {
      throw new IllegalArgumentException(
          "A pulse train has 1 to " + MAX_SLOTS + " slots, not " + mostSlots + ".");
    }
    this.kernels = kernels;
    this.phases = phases;
    rowPurpose = key.ofPurpose(Streams.ROW_PULSES);
    columnPurpose = key.ofPurpose(Streams.COLUMN_PULSES);
    rowDraws = new Trains(rows, mostSlots);
    columnDraws = new Trains(columns, mostSlots);
    entries = new SlotEntries(columnDraws, mostSlots);
    pulsedRows = new PulsedLines(rows, mostSlots);
    rowBits = StepKernels.planes(rows, mostSlots);
    rowPulsesOfSlot = new int[mostSlots + Kernels.BLOCK]; // counted a block at a time
    columnPulses = new int[mostSlots + Kernels.BLOCK];
  }

  /**
   * Draws both sides' trains.
   *
   * @param x padded column values
   * @param d padded row values
   * @param columnGain pulse probability of a column of value 1
   * @param rowGain pulse probability of a row of value 1
   * @param trainSlots bit length of this update, 0 for no pulse at all
   * @param cycle number of the update, key of the draws
   */
  public void draw(
      float[] x, float[] d, float columnGain, float rowGain, int trainSlots, long cycle) {
    if (drawRows(d, rowGain, trainSlots, cycle)) {
      drawColumns(x, columnGain, cycle);
    }
  }

  /** Purpose of the streams of the rows' pulses, see {@link Streams#ofCycle}. */
  public long rowPurpose() {
    return rowPurpose;
  }

  /** Draws the rows' trains alone, and says whether there is a pulse; see {@link #draw}. */
  public boolean drawRows(float[] d, float rowGain, int trainSlots, long cycle) {
    slots = trainSlots;
    pulsedRows.clear();
    live = 0;
    liveNegative = 0;
    livePositive = 0;
    rowPulses = 0;
    columnPulsesInAll = 0;
    coincidences = 0;
    entries.clear();
    if (trainSlots > 0) {
      drawRows(d, rowGain, Streams.ofCycle(rowPurpose, cycle, 0));
    }
    return live != 0;
  }

  private void drawRows(float[] d, float gain, long base) {
    rowDraws.draw(kernels, d, gain, base, slots, -1L >>> (MAX_SLOTS - slots));
    kernels.steps().countPulses(rowDraws, rowPulsesOfSlot);
    for (int slot = 0; slot < slots; slot++) {
      rowPulses += rowPulsesOfSlot[slot];
      live |= rowPulsesOfSlot[slot] != 0 ? 1L << slot : 0;
    }
    if (live != 0) {
      rowDraws.lineBits(kernels, live, rowBits);
      kernels.steps().listPulsed(rowDraws, rowBits, pulsedRows);
      if (phases > 1) {
        findPhases();
      }
    }
  }

  private void findPhases() {
    for (int k = 0; k < pulsedRows.count(); k++) {
      if (pulsedRows.negative(k)) {
        liveNegative |= pulsedRows.slots(k);
      } else {
        livePositive |= pulsedRows.slots(k);
      }
    }
  }

  /** Draws the columns' trains after those of the rows, where these have a pulse. */
  public void drawColumns(float[] x, float gain, long cycle) {
    long base = Streams.ofCycle(columnPurpose, cycle, 0);
    columnDraws.draw(kernels, x, gain, base, slots, live);
    kernels.steps().countPulses(columnDraws, columnPulses);
    for (long bits = live; bits != 0; bits &= bits - 1) {
      int slot = Long.numberOfTrailingZeros(bits);
      int pulses = columnPulses[slot];
      columnPulsesInAll += (long) pulses * sendings(slot);
      coincidences += (long) pulses * rowPulsesOfSlot[slot];
    }
  }

  /** With two phases a column's pulse is sent in each in which a row has one. */
  private long sendings(int slot) {
    return phases == 1 ? 1 : (livePositive >>> slot & 1) + (liveNegative >>> slot & 1);
  }

  /** Rows with any pulse. */
  PulsedLines rows() {
    return pulsedRows;
  }

  /** How many there are. */
  int pulsedRows() {
    return pulsedRows.count();
  }

  /** Number of the k-th of them, ascending. */
  int row(int k) {
    return pulsedRows.line(k);
  }

  /** Its slots with a pulse, a bit each. */
  long slots(int k) {
    return pulsedRows.slots(k);
  }

  /** Slots with a pulse on any row, a bit each. */
  long live() {
    return live;
  }

  /** Whether its value is negative. */
  boolean negative(int k) {
    return pulsedRows.negative(k);
  }

  /** The columns' trains in the live slots. */
  Trains columns() {
    return columnDraws;
  }

  /** Column pulses, {@code block << 16 | mask}, of each slot once it is asked for. */
  int[] entries() {
    return entries.entries();
  }

  /** First entry of a slot. */
  int positiveFrom(int slot) {
    return entries.positiveFrom(slot);
  }

  /** First entry of a slot's columns with negative values. */
  int negativeFrom(int slot) {
    return entries.negativeFrom(slot);
  }

  /** End of a slot's entries. */
  int end(int slot) {
    return entries.end(slot);
  }

  /** Pulses on positive columns in a slot. */
  int positivePulses(int slot) {
    return entries.positivePulses(slot);
  }

  /** Pulses on columns in each live slot. */
  int[] columnPulsesOfSlots() {
    return columnPulses;
  }

  /** Pulses on columns in a slot. */
  int columnPulses(int slot) {
    return columnPulses[slot];
  }

  /** Pulses on all rows. */
  public long rowPulses() {
    return rowPulses;
  }

  /** Pulses on all columns, in all phases. */
  public long columnPulses() {
    return columnPulsesInAll;
  }

  /** Devices that see both pulses of a slot, over all slots. */
  public long coincidences() {
    return coincidences;
  }
}
