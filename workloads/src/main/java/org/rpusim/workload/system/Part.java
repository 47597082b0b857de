package org.rpusim.workload.system;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.machine.Team;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.execution.ChipModel;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.program.Program;
import org.rpusim.workload.spec.ExpectedSpec;

/**
 * What some chips of a cluster do alike: equal layers in the same place of the network.
 *
 * @param number by which parts of one plan are told apart
 * @param mapping of the part's layers on the chip
 * @param team the chips that hold them, one or several
 * @param program what the chip does for a sample
 * @param slots most samples under way in a chip together
 * @param forwardBits length of the vector that goes on to the next chip; 0 where there is none
 * @param backwardBits length of the vector that goes back to the chip before; 0 where there is none
 */
public record Part(
    int number,
    ChipSpec chip,
    Mapping mapping,
    Team team,
    Program program,
    ExpectedSpec expected,
    int slots,
    long forwardBits,
    long backwardBits) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Part part && part.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  /** A chip that has done nothing yet. */
  ChipModel model() {
    return new ChipModel(chip, program, mapping, team, expected, slots);
  }
}
