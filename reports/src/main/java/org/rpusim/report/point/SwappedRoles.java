package org.rpusim.report.point;

import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Nearest;
import org.rpusim.workload.preset.WorkloadPresets;

/** Finds chips, devices and data sets where a workload is expected, and the other way round. */
public final class SwappedRoles {
  private static final String WORKLOAD = "mlp-digits";

  private SwappedRoles() {}

  /**
   * Refuses what is something else. What is nothing at all is told when it is read.
   *
   * @param command how a workload is given, such as {@code rpusim run}
   * @param workload preset or file
   * @param chip preset or file, or null where none is given
   * @throws ConfigException if one of them stands where the other is expected
   */
  public static void refuse(String command, String workload, @Nullable String chip) {
    ImmutableSet<Role> first = Role.of(workload);
    if (!first.isEmpty() && !first.contains(Role.WORKLOAD)) {
      throw wrong(command, workload, first.iterator().next(), Role.WORKLOAD);
    }
    if (chip != null) {
      refuseChip(command, chip);
    }
  }

  private static void refuseChip(String command, String chip) {
    ImmutableSet<Role> second = Role.of(chip);
    // A file that only has a device may be a chip that says no more.
    boolean device = second.contains(Role.DEVICE) && Role.ofName(chip).isEmpty();
    if (!second.isEmpty() && !second.contains(Role.CHIP) && !device) {
      throw wrong(command, chip, second.iterator().next(), Role.CHIP);
    }
  }

  private static ConfigException wrong(String command, String name, Role is, Role expected) {
    String meant =
        switch (is) {
          case CHIP -> WORKLOAD + " --chip " + name;
          case WORKLOAD -> name + " --chip " + DefaultChip.NAME;
          case DEVICE ->
              Role.ofName(name).isEmpty()
                  ? WORKLOAD + " --chip FILE, of a chip with this device,"
                  : WORKLOAD + " --set device.preset=" + name;
          case DATA_SET -> {
            String near = Nearest.of(name, WorkloadPresets.names());
            yield near == null ? WORKLOAD : near;
          }
        };
    return new ConfigException(
        name + " is a " + is.word() + ", where a " + expected.word() + " is expected.",
        "Maybe " + command + " " + meant + " is meant.");
  }
}
