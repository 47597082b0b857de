package org.rpusim.workload.accounting;

import java.util.function.IntToLongFunction;
import org.rpusim.chip.machine.Account;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.program.Program;

/** How much of a period components worked, and what arrays waited for in the rest of it. */
final class UtilisationMetrics {
  private final ChipSpec chip;
  private final Period period;
  private final Program program;
  private final EnergyBreakdown energy;

  UtilisationMetrics(ChipSpec chip, Period period, Program program, EnergyBreakdown energy) {
    this.chip = chip;
    this.period = period;
    this.program = program;
    this.energy = energy;
  }

  void put(Metrics.Builder metrics) {
    metrics.put("utilisation.tilesInUse", (double) program.tiles() / chip.tiles());
    double crossPoints = (double) chip.tile().rows() * chip.tile().columns() * program.tiles();
    metrics.put("utilisation.crossPointsOfTilesInUse", program.weights() / crossPoints);
    for (Account.Kind kind : Account.Kind.values()) {
      metrics.put("utilisation." + plural(kind), mean(kind, period::busyPs));
    }
    for (int i = 0; i < period.accounts().size(); i++) {
      Account account = period.accounts().get(i);
      if (account.kind() == Account.Kind.ARRAY) {
        String tile = account.name().substring(0, account.name().indexOf('.'));
        metrics.put("utilisation.byTile." + tile, fraction(period.busyPs(i)));
      }
    }
    for (WaitReason reason : WaitReason.values()) {
      metrics.put(
          "stalls." + reason.key(), mean(Account.Kind.ARRAY, i -> period.waitingPs(i, reason)));
    }
    metrics.put("stalls.nothingToDo", mean(Account.Kind.ARRAY, period::idlePs));
  }

  private static String plural(Account.Kind kind) {
    return switch (kind) {
      case ARRAY -> "arrays";
      case LINK -> "links";
      case DIGITAL_UNIT -> "digitalUnits";
      case CONVERTERS, MANAGEMENT, INTERCONNECT, MEMORY -> kind.key();
    };
  }

  /** Mean over the components of a kind of a share of the period; of links over those used. */
  private double mean(Account.Kind kind, IntToLongFunction picoseconds) {
    long sum = 0;
    int count = 0;
    for (int i = 0; i < period.accounts().size(); i++) {
      if (period.accounts().get(i).kind() == kind
          && !ComponentTable.isUnusedLink(period, energy, i)) {
        sum += picoseconds.applyAsLong(i);
        count++;
      }
    }
    return count == 0 ? 0 : fraction(sum) / count;
  }

  private double fraction(long picoseconds) {
    return (double) picoseconds / period.durationPs();
  }
}
