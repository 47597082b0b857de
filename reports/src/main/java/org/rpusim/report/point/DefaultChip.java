package org.rpusim.report.point;

import org.rpusim.chip.config.Node;
import org.rpusim.workload.preset.WorkloadPresets;

/** The chip of those who name none. */
public final class DefaultChip {
  /** Name of the preset. */
  public static final String NAME = "gokmen2016-design2";

  private DefaultChip() {}

  /**
   * The workload's own file where it describes a chip too, as a run's {@code config.yaml} does,
   * else {@link #NAME}.
   *
   * @param workload preset or file
   * @throws org.rpusim.chip.config.ConfigException if there is no such workload
   */
  public static String of(String workload) {
    Node.Mapping beside = WorkloadPresets.besideWorkload(workload).without("run");
    return beside.entries().isEmpty() ? NAME : workload;
  }
}
