package org.rpusim.workload.accounting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.rpusim.chip.machine.Account;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.workload.result.ComponentResult;

/** The rows of components.csv. */
final class ComponentTable {
  private ComponentTable() {}

  /**
   * One row a component in use; links that carry nothing have none. One more each for what a
   * network draws as a whole and for the digital units beside unused tiles.
   */
  static ImmutableList<ComponentResult> of(Period period, EnergyBreakdown energy) {
    ImmutableList.Builder<ComponentResult> rows = ImmutableList.builder();
    for (int i = 0; i < period.accounts().size(); i++) {
      Account account = period.accounts().get(i);
      if (isUnusedLink(period, energy, i)) {
        continue;
      }
      ImmutableMap.Builder<String, Double> waiting = ImmutableMap.builder();
      for (WaitReason reason : WaitReason.values()) {
        waiting.put(reason.key(), seconds(period.waitingPs(i, reason)));
      }
      rows.add(
          new ComponentResult(
              account.name(),
              account.kind().key(),
              seconds(period.busyPs(i)),
              waiting.buildOrThrow(),
              seconds(period.idlePs(i)),
              energy.byAccount().getOrDefault(account.name(), 0.0),
              period.actions(i)));
    }
    addPassive(rows, period, energy, EnergyBreakdown.NETWORK, Account.Kind.INTERCONNECT);
    addPassive(rows, period, energy, EnergyBreakdown.UNUSED_UNITS, Account.Kind.DIGITAL_UNIT);
    return rows.build();
  }

  private static void addPassive(
      ImmutableList.Builder<ComponentResult> rows,
      Period period,
      EnergyBreakdown energy,
      String name,
      Account.Kind kind) {
    Double joules = energy.byAccount().get(name);
    if (joules != null) {
      rows.add(
          new ComponentResult(name, kind.key(), 0, ImmutableMap.of(), period.seconds(), joules, 0));
    }
  }

  private static double seconds(long picoseconds) {
    return picoseconds * 1e-12;
  }

  /** Whether an account is that of a network's link that carried nothing. */
  static boolean isUnusedLink(Period period, EnergyBreakdown energy, int account) {
    return period.accounts().get(account).kind() == Account.Kind.INTERCONNECT
        && period.actions(account) == 0
        && energy.hasNetwork();
  }
}
