package org.rpusim.report.cli;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.StepResponse;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.preset.DevicePresets;
import org.rpusim.chip.spec.DeviceKinds;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;
import org.rpusim.report.chart.DeviceCharts;
import org.rpusim.report.folder.WholeFile;
import org.rpusim.report.table.DeviceTable;
import org.rpusim.report.table.DeviceTraces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rpusim device}. */
@Command(
    name = "device",
    description =
        "Drives sampled devices with pulses and draws their step response, the asymmetry of their"
            + " steps and their spread.",
    footer = {"", "Also a kind alone: rpusim device measured --set device.table=steps.csv"})
final class DeviceCommand extends Subcommand {
  private static final ImmutableSet<String> IGNORED = ImmutableSet.of();

  @Parameters(
      paramLabel = "NAME",
      description = "A device: a preset (see list), a kind, or a YAML file.")
  private String name = "";

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the devices (default: 1).")
  private long seed = 1;

  @Option(
      names = "--devices",
      paramLabel = "N",
      description = "How many are sampled (default: 50).")
  private int devices = 50;

  @Option(
      names = "--pulses",
      paramLabel = "N",
      description = "Pulses up and pulses down (default: 5/4 of the states).")
  private @Nullable Integer pulses;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of the charts and traces.csv (default: device-NAME below runs); written over.")
  private @Nullable Path out;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a key of the device; several pairs may follow.")
  private List<String> set = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    within("--devices", devices, CrossPoints.MAX_LINES);
    if (pulses != null) {
      within("--pulses", pulses, StepResponse.MOST_PULSES);
    }
    DeviceSpec device = device();
    if (device.kind().equals("floating-point")) {
      throw new ConfigException(
          name + " is exact arithmetic and has no steps to draw.", "Maybe rpu-baseline is meant.");
    }
    Path folder = ChartFolder.choose("device-" + plainName(), out);
    StepResponse response =
        new StepResponse(device, devices, pulses == null ? 0 : pulses, seed, Kernels.best());
    String subtitle =
        plainName() + " (" + device.kind() + "), " + devices + " devices, seed " + seed;
    DeviceCharts.write(response, subtitle, folder);
    WholeFile.write(folder.resolve("traces.csv"), text -> DeviceTraces.write(response, text));
    out().println(subtitle);
    out().print(DeviceTable.of(response));
    out().println("charts and traces.csv in " + folder);
    out().flush();
    return ExitCode.OK;
  }

  private static void within(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new ConfigException(
          option + " is " + value + ", but must be a whole number from 1 to " + most + ".");
    }
  }

  private DeviceSpec device() {
    Overrides overrides = Overrides.parse(set);
    if (!DevicePresets.names().contains(name) && DeviceKinds.names().contains(name)) {
      String text = "device:\n  kind: " + name + "\n";
      return DeviceReader.readFile(
              overrides.ofChip().over(YamlReader.read("kind " + name, text)), IGNORED)
          .spec();
    }
    return DevicePresets.load(name, overrides).spec();
  }

  private String plainName() {
    Path last = Path.of(name).getFileName();
    return last == null ? name : last.toString().replaceFirst("\\.ya?ml$", "");
  }
}
