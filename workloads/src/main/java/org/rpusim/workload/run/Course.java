package org.rpusim.workload.run;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.state.NetworkWeights;

/**
 * Where a run of a training workload begins and ends.
 *
 * @param start what the arrays hold at first, or null for random weights
 * @param inference whether the test set alone is run, with the weights of {@code start}
 * @param untilErrorPercent training ends after the first epoch whose test error, %, is not above
 *     this; null for all epochs
 * @param checkpoints what is kept for a resumption, or null
 */
public record Course(
    @Nullable Start start,
    boolean inference,
    @Nullable Double untilErrorPercent,
    @Nullable CheckpointPlan checkpoints) {
  /** From random weights through all epochs. */
  public static final Course WHOLE = new Course(null, false, null, null);

  /**
   * The saved weights of a run that trains nothing.
   *
   * @throws ConfigException if there are none
   */
  Start requireStart() {
    if (start == null) {
      throw new ConfigException(
          "An inference run needs saved weights.", "Maybe --weights RUN/weights.bin.");
    }
    return start;
  }

  /**
   * Saved weights.
   *
   * @param weights of all layers
   * @param source where they are from, for messages
   */
  public record Start(NetworkWeights weights, String source) {}
}
