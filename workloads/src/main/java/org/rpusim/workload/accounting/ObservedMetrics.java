package org.rpusim.workload.accounting;

import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.observation.CriticalPath;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.observation.PowerProfile;
import org.rpusim.workload.observation.Timeline;

/** Figures of what was seen of a run: critical path and power. */
final class ObservedMetrics {
  private final Period period;
  private final EnergyBreakdown energy;

  /**
   * @param period the whole run, of which a part was seen
   */
  ObservedMetrics(Period period, EnergyBreakdown energy) {
    this.period = period;
    this.energy = energy;
  }

  void put(Metrics.Builder metrics, Observations.Seen beginning) {
    CriticalPath path = CriticalPath.of(beginning.timeline());
    long durationPs = path.durationPs();
    if (durationPs > 0) {
      metrics.put("criticalPath.seconds", seconds(durationPs));
      path.byKind()
          .forEach((kind, picoseconds) ->
              metrics.put("criticalPath.share." + kind, (double) picoseconds / durationPs));
    }
    if (!beginning.power().steps().isEmpty()) {
      metrics.put("power.peakWatts", beginning.power().peakWatts());
    }
  }

  /**
   * The power of a part: a component's mean power over its time at work, where it works, and the
   * mean of all that belongs to no component.
   */
  PowerProfile power(Timeline part) {
    if (period.durationPs() == 0) {
      return PowerProfile.EMPTY;
    }
    double restJoules = energy.totalJoules();
    double[] wattsAtWork = new double[period.accounts().size()];
    for (int i = 0; i < wattsAtWork.length; i++) {
      double busySeconds = seconds(period.busyPs(i));
      double joules = energy.dynamicJoules(period.accounts().get(i).name());
      if (busySeconds > 0) {
        wattsAtWork[i] = joules / busySeconds;
        restJoules -= joules;
      }
    }
    return PowerProfile.of(part, wattsAtWork, restJoules / period.seconds());
  }

  private static double seconds(long picoseconds) {
    return picoseconds * 1e-12;
  }
}
