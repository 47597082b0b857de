package org.rpusim.workload.observation;

import org.jspecify.annotations.Nullable;

/**
 * What was seen of a run while it went on.
 *
 * @param beginning the first samples of its first pass
 * @param trace the stretch that was asked for, or null
 */
public record Observations(Seen beginning, @Nullable Seen trace) {
  /** Nothing was seen. */
  public static final Observations NONE =
      new Observations(new Seen(Timeline.EMPTY, PowerProfile.EMPTY), null);

  /**
   * A part of a run.
   *
   * @param power the chip's power in that time
   */
  public record Seen(Timeline timeline, PowerProfile power) {}
}
