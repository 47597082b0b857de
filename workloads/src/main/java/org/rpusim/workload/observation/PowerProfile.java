package org.rpusim.workload.observation;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Power of a chip over a part of a run, a step function. The energy of a component's actions is
 * spread evenly over its time at work; static power is always there.
 *
 * @param steps in the order of time; the last one ends the part and has the static power alone
 */
public record PowerProfile(ImmutableList<Step> steps) {
  /** Nothing was seen. */
  public static final PowerProfile EMPTY = new PowerProfile(ImmutableList.of());

  private static final int NONE = -1;

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
    List<Timeline.Work> works = timeline.works();
    long[] times = times(works);
    // The works that begin and end at each time, as lists linked by number: 2i begins, 2i + 1 ends.
    int[] first = new int[times.length];
    int[] next = new int[2 * works.size()];
    Arrays.fill(first, NONE);
    for (int change = 0; change < next.length; change++) {
      Timeline.Work work = works.get(change / 2);
      int place = Arrays.binarySearch(times, isEnd(change) ? work.endPs() : work.startPs());
      next[change] = first[place];
      first[place] = change;
    }
    ImmutableList.Builder<Step> steps = ImmutableList.builderWithExpectedSize(times.length);
    long[] level = new long[timeline.tracks().size()];
    BitSet working = new BitSet(level.length);
    for (int place = 0; place < times.length; place++) {
      for (int change = first[place]; change != NONE; change = next[change]) {
        int track = works.get(change / 2).track();
        level[track] += isEnd(change) ? -1 : 1;
        working.set(track, level[track] != 0);
      }
      double watts = staticWatts; // in the order of tracks, so that its bits depend on nothing else
      for (int track = working.nextSetBit(0); track >= 0; track = working.nextSetBit(track + 1)) {
        watts += level[track] * wattsAtWork[track];
      }
      steps.add(new Step(times[place], watts));
    }
    return new PowerProfile(steps.build());
  }

  private static boolean isEnd(int change) {
    return change % 2 == 1;
  }

  /** The times at which a work begins or ends, rising, each once, ps. */
  private static long[] times(List<Timeline.Work> works) {
    long[] times = new long[2 * works.size()];
    for (int i = 0; i < works.size(); i++) {
      times[2 * i] = works.get(i).startPs();
      times[2 * i + 1] = works.get(i).endPs();
    }
    Arrays.sort(times);
    int count = 0;
    for (long time : times) {
      if (count == 0 || times[count - 1] != time) {
        times[count++] = time;
      }
    }
    return Arrays.copyOf(times, count);
  }
}
