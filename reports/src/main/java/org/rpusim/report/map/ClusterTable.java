package org.rpusim.report.map;

import java.util.Locale;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.report.table.TextTable;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.system.ChipGroup;

/** Which chips of a cluster hold which layers, for people. */
public final class ClusterTable {
  private ClusterTable() {}

  /** The text, above the map of one of the chips. */
  public static String of(Network network, ChipSpec chip) {
    TextTable rows = new TextTable("  ");
    rows.row("chips", "each", "layers");
    int used = 0;
    for (ChipGroup group : ChipGroup.of(network, chip)) {
      used += group.chips();
      int last = group.firstChip() + group.chips() - 1;
      rows.row(
          group.chips() == 1 ? "" + last : group.firstChip() + " to " + last,
          String.format(Locale.ROOT, "%,d weights", group.network().weights()),
          group.firstLayer() + " to " + group.lastLayer());
    }
    return "%s has %,d of %,d chips in use, on boards of %,d:\n\n%s\nWhat most of them hold:\n\n"
        .formatted(chip.name(), used, chip.cluster().chips(), chip.cluster().chipsPerBoard(), rows);
  }
}
