package org.rpusim.report.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.report.folder.WholeFile;
import org.rpusim.report.map.ClusterTable;
import org.rpusim.report.map.MapDrawing;
import org.rpusim.report.map.MapFigures;
import org.rpusim.report.map.MapJson;
import org.rpusim.report.map.MapTable;
import org.rpusim.report.point.SwappedRoles;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.StreamReadsSpec;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rpusim map}. */
@Command(
    name = "map",
    description =
        "Shows where the matrices of a workload lie on a chip, how full its tiles are and what"
            + " passes through them; draws the floor plan.",
    footer = {"", "Other placements: --set workload.mapping.objective=fewest-tiles"})
final class MapCommand extends Subcommand {
  @Parameters(paramLabel = "NAME", description = "A workload: a preset (see list) or a YAML file.")
  private String name = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the picture (default: map-NAME-CHIP below runs); written over.")
  private @Nullable Path out;

  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

  @Option(names = "--json", description = "Prints map.json instead of the table.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Overrides overrides = Overrides.parse(configuration.pairs());
    SwappedRoles.refuse("rpusim map", name, configuration.givenChip());
    ChipSpec chipSpec = ChipPresets.load(configuration.chip(name), overrides).spec();
    WorkloadSpec workload = WorkloadPresets.load(name, overrides).spec();
    MapFigures map = MapFigures.of(workload.name(), network(workload), chipSpec);
    Path folder = ChartFolder.choose("map-" + workload.name() + "-" + chipSpec.name(), out);
    Files.createDirectories(folder);
    MapDrawing.write(map, folder);
    String text = MapJson.of(map);
    WholeFile.write(folder.resolve("map.json"), text);
    if (!json && chipSpec.cluster().chips() > 1) {
      out().print(ClusterTable.of(network(workload), chipSpec));
    }
    out().print(json ? text : MapTable.of(map) + "\nfloor plan and map.json in " + folder + "\n");
    out().flush();
    return ExitCode.OK;
  }

  private static Network network(WorkloadSpec workload) {
    return switch (workload) {
      case TrainingSpec training -> training.network();
      case TimingSpec timing -> timing.network();
      case LanguageModelSpec language ->
          throw new ConfigException(
              language.name()
                  + " has as many inputs as its text has symbols, which map does not read.",
              "Maybe ./rpusim run " + language.name() + ": layers.csv says how it was cut.");
      case StreamReadsSpec stream ->
          throw new ConfigException(
              stream.name() + " has no network whose matrices could be placed.",
              "Maybe mlp-mnist is meant.");
    };
  }
}
