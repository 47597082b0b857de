package org.rpusim.report.cli;

import java.util.Collection;
import java.util.function.UnaryOperator;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.preset.DevicePresets;
import org.rpusim.report.sweep.Sweeps;
import org.rpusim.report.table.TextTable;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;
import picocli.CommandLine.Command;

/** {@code rpusim list}. */
@Command(
    name = "list",
    description = "Lists chips, workloads, devices, data sets and ready sweeps.")
final class ListCommand extends Subcommand {
  @Override
  public Integer call() {
    StringBuilder text = new StringBuilder();
    append(text, "chips", ChipPresets.names(), ChipPresets::description);
    append(text, "workloads", WorkloadPresets.names(), WorkloadPresets::description);
    append(text, "devices", DevicePresets.names(), DevicePresets::description);
    append(text, "data sets", DataSets.names(), DataSets::description);
    append(text, "sweeps", Sweeps.names(), Sweeps::description);
    out().print(text);
    out().flush();
    return ExitCode.OK;
  }

  private static void append(
      StringBuilder text,
      String heading,
      Collection<String> names,
      UnaryOperator<String> description) {
    TextTable table = new TextTable("  ");
    names.forEach(name -> table.row(name, description.apply(name)));
    text.append(text.isEmpty() ? "" : "\n").append(heading).append('\n').append(table);
  }
}
