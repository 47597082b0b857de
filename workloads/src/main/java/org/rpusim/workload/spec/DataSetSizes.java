package org.rpusim.workload.spec;

import com.google.common.collect.ImmutableMap;

/** What workload files know of the data sets that they may name. */
public final class DataSetSizes {
  /** Training samples of each set, in the order of messages. */
  public static final ImmutableMap<String, Integer> TRAINING_SAMPLES =
      ImmutableMap.of("mnist", 60_000, "digits", 1_438);

  private DataSetSizes() {}
}
