package org.rpusim.chip.tile;

import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.ManagementSpec;
import org.rpusim.chip.spec.ManagementSpec.BoundManagement;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;

/**
 * How many numbers pass the management unit of a tile around each of its cycles. A search for the
 * largest magnitude, stochastic rounding of inputs and scaling of outputs take one pass each; a
 * constant full scale takes none, as it is that of the converters.
 */
public final class ManagedNumbers {
  /** The two largest magnitudes, out of which length and probabilities of trains are worked out. */
  private static final int MAXIMA = 2;

  private final ChipSpec chip;

  /** Of this chip's tiles. */
  public ManagedNumbers(ChipSpec chip) {
    this.chip = chip;
  }

  /** Before a forward read. */
  public int beforeForward(int columns) {
    return before(chip.management().noiseForward(), columns);
  }

  /** Before a backward read. */
  public int beforeBackward(int rows) {
    return before(chip.management().noiseBackward(), rows);
  }

  private int before(NoiseManagement noise, int inputs) {
    return (noise.searches() ? inputs : 0) + (chip.dac().drawsRounding() ? inputs : 0);
  }

  /** After a forward read. */
  public int afterForward(int rows) {
    ManagementSpec management = chip.management();
    return after(management.noiseForward(), management.boundForward(), rows);
  }

  /** After a backward read. */
  public int afterBackward(int columns) {
    ManagementSpec management = chip.management();
    return after(management.noiseBackward(), management.boundBackward(), columns);
  }

  private static int after(NoiseManagement noise, BoundManagement bound, int outputs) {
    return noise.searches() || bound != BoundManagement.OFF ? outputs : 0;
  }

  /**
   * Before an update: a search of those sides whose largest magnitude noise management has not
   * found yet, and the maxima themselves.
   *
   * @param readBackward whether the row values are read backward too
   */
  public int beforeUpdate(int rows, int columns, boolean readBackward) {
    if (!chip.update().managed()) {
      return 0;
    }
    boolean columnsKnown = chip.management().noiseForward().searches();
    boolean rowsKnown = readBackward && chip.management().noiseBackward().searches();
    return MAXIMA + (columnsKnown ? 0 : columns) + (rowsKnown ? 0 : rows);
  }
}
