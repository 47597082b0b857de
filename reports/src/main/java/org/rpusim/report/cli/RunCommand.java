package org.rpusim.report.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.report.chart.RunCharts;
import org.rpusim.report.point.MisplacedKeys;
import org.rpusim.report.point.SwappedRoles;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.WorkloadSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rpusim run}. */
@Command(
    name = "run",
    description = "Runs a workload on a chip and writes a run folder.",
    footer = {
      "",
      "--set takes any key that show prints: --set tile.rows=128 tile.columns=128"
          + " \"tile.readTime=40 ns\"",
      "Entries of lists are counted from 0: --set \"workload.layers[0].units=32\""
    })
final class RunCommand extends Subcommand {
  private final Backend backend;

  @Parameters(paramLabel = "NAME", description = "A workload: a preset (see list) or a YAML file.")
  private String name = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of every random draw (default: the one in the workload's file, else 1).")
  private @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads (default: 1); they change no result.")
  private int threads = 1;

  @Option(
      names = "--no-fast-forward",
      description = "Simulate every sample in full, also where its schedule is known.")
  private boolean noFastForward;

  @Option(
      names = "--kernels",
      paramLabel = "scalar|vector",
      description = "Inner loops (default: those that end the run first); they change no result.")
  private @Nullable Kernels kernels;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Run folder, which must not exist (default: below runs).")
  private @Nullable Path out;

  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

  @Mixin private SourceOptions source = new SourceOptions();

  @Mixin private TraceOptions trace = new TraceOptions();

  @Mixin private CourseOptions course = new CourseOptions();

  @Option(names = "--json", description = "Prints metrics.json instead of the table.")
  private boolean json;

  /** Values of {@code --kernels}. */
  @SuppressWarnings("unused") // by name
  enum Kernels {
    scalar,
    vector
  }

  RunCommand(Backend backend) {
    this.backend = backend;
  }

  @Override
  public Integer call() throws IOException {
    RunCharts.prepare();
    Overrides overrides = source.over(configuration.pairs());
    SwappedRoles.refuse("rpusim run", name, configuration.givenChip());
    RunFile file = RunFile.of(name);
    String chipName = configuration.chip(name);
    MisplacedKeys.refuse("--set", configuration.keys(), chipName, name);
    Configured<ChipSpec> chip = ChipPresets.load(chipName, overrides);
    Configured<WorkloadSpec> workload = WorkloadPresets.load(name, overrides);
    source.requireFit(workload.spec());
    if (source.text() != null) {
      overrides = source.overWithText(configuration.pairs());
      workload = WorkloadPresets.load(name, overrides);
    }
    RunSession session =
        RunSession.open(
            backend,
            new RunSession.Given(
                chip,
                workload,
                overrides,
                file,
                seed(file),
                threads,
                kernels == null ? null : kernels.name(),
                !noFastForward,
                trace.window(),
                trace.file(),
                source.data(),
                source.text(),
                out,
                source.progress(),
                course.given(source.length(), file)),
            out(),
            err());
    return session.run(json);
  }

  private long seed(RunFile file) {
    Long given = seed != null ? seed : file.seed();
    return given == null ? 1 : given;
  }
}
