package org.rpusim.report.point;

import com.google.common.collect.ImmutableSet;

/** The chip of those who name none. */
public final class DefaultChip {
  /** Name of the preset. */
  public static final String NAME = "gokmen2016-design2";

  private static final ImmutableSet<Role> BOTH = ImmutableSet.of(Role.CHIP, Role.WORKLOAD);

  private DefaultChip() {}

  /**
   * The workload's own file where it describes a chip too, as a run's {@code config.yaml} does,
   * else {@link #NAME}.
   *
   * @param workload preset or file; what is neither is told when it is read
   */
  public static String of(String workload) {
    return Role.of(workload).containsAll(BOTH) ? workload : NAME;
  }
}
