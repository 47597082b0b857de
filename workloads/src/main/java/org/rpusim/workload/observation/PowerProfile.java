package org.rpusim.workload.observation;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.TreeMap;

/**
 * Power of a chip over a part of a run, a step function. The energy of a component's actions is
 * spread evenly over its time at work; static power is always there.
 *
 * @param steps in the order of time; the last one ends the part and has the static power alone
 */
public record PowerProfile(ImmutableList<Step> steps) {
  /** Nothing was seen. */
  public static final PowerProfile EMPTY = new PowerProfile(ImmutableList.of());

  /**
   * A time from which the power is another.
   *
   * @param startPs simulated time, ps
   * @param watts power from then on, W
   */
  public record Step(long startPs, double watts) {}

  /** The greatest power, W; 0 where nothing was seen. */
  public double peakWatts() {
    return steps.stream().mapToDouble(Step::watts).max().orElse(0);
  }

  /**
   * The power while the components of a timeline work.
   *
   * @param wattsAtWork for each component, in the timeline's order, the power of its actions, W
   * @param staticWatts power that is always drawn, W
   */
  public static PowerProfile of(Timeline timeline, double[] wattsAtWork, double staticWatts) {
    TreeMap<Long, Integer> index = new TreeMap<>();
    for (Timeline.Work work : timeline.works()) {
      index.put(work.startPs(), 0);
      index.put(work.endPs(), 0);
    }
    int place = 0;
    for (Map.Entry<Long, Integer> entry : index.entrySet()) {
      entry.setValue(place++);
    }
    long[][] working = new long[timeline.tracks().size()][place];
    for (Timeline.Work work : timeline.works()) {
      working[work.track()][index.getOrDefault(work.startPs(), 0)]++;
      working[work.track()][index.getOrDefault(work.endPs(), 0)]--;
    }
    ImmutableList.Builder<Step> steps = ImmutableList.builder();
    long[] level = new long[working.length];
    for (Map.Entry<Long, Integer> entry : index.entrySet()) {
      double watts = staticWatts;
      for (int track = 0; track < level.length; track++) {
        level[track] += working[track][entry.getValue()];
        watts += level[track] * wattsAtWork[track];
      }
      steps.add(new Step(entry.getKey(), watts));
    }
    return new PowerProfile(steps.build());
  }
}
