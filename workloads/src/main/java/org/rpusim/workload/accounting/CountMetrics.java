package org.rpusim.workload.accounting;

import org.rpusim.chip.machine.Account;
import org.rpusim.core.stats.Metrics;

/** Counts of what a period's cycles, converters and links did. */
final class CountMetrics {
  private final Period period;
  private final EnergyBreakdown energy;

  CountMetrics(Period period, EnergyBreakdown energy) {
    this.period = period;
    this.energy = energy;
  }

  void put(Metrics.Builder metrics) {
    metrics.put("boundManagement.retries", period.tileCount("retries"));
    metrics.put("boundManagement.saturatedOutputs", period.tileCount("saturatedOutputs"));
    metrics.put("reads.clippedInputs", period.tileCount("clippedInputs"));
    metrics.put("update.coincidences", period.tileCount("coincidences"));
    metrics.put("update.cycles", period.tileCount("updates"));
    metrics.put("update.pulseSlots", period.tileCount("pulseSlots"));
    metrics.put("update.rowPulses", period.tileCount("rowPulses"));
    metrics.put("update.columnPulses", period.tileCount("columnPulses"));
    metrics.put(
        "reads.cycles", period.tileCount("forwardReads") + period.tileCount("backwardReads"));
    metrics.put("conversions.count", period.tileCount("conversions"));
    metrics.put("interconnect.bits", period.count("interconnect.bits"));
    putNetwork(metrics);
    metrics.put("memory.bits", period.count("memory.bits"));
  }

  private void putNetwork(Metrics.Builder metrics) {
    if (!energy.hasNetwork()) {
      return;
    }
    long flits = 0;
    long routed = 0;
    long bitMicrometres = 0;
    for (Account account : period.accounts()) {
      if (account.kind() == Account.Kind.INTERCONNECT) {
        flits += period.count(account.name() + ".flits");
        routed += period.count(account.name() + ".routedFlits");
        bitMicrometres += period.count(account.name() + ".bitMicrometres");
      }
    }
    metrics.put("interconnect.addressedBits", period.count("interconnect.addressedBits"));
    metrics.put("interconnect.deliveredBits", period.count("interconnect.deliveredBits"));
    metrics.put("interconnect.linkFlits", flits);
    metrics.put("interconnect.routedFlits", routed);
    metrics.put("interconnect.bitMicrometres", bitMicrometres);
  }
}
