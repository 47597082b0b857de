package org.rpusim.report.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.LanguageModelSpec;
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
          + " \"tile.readTime=40 ns\""
    })
final class RunCommand extends Subcommand {
  private static final String DEFAULT_CHIP = "gokmen2016-design2";
  private final Backend backend;

  @Parameters(paramLabel = "NAME", description = "A workload: a preset (see list) or a YAML file.")
  private String name = "";

  @Option(
      names = "--chip",
      paramLabel = "NAME|FILE",
      description = "A chip: a preset or a YAML file (default: " + DEFAULT_CHIP + ").")
  private String chip = DEFAULT_CHIP;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of every random draw (default: 1).")
  private long seed = 1;

  @Option(names = "--epochs", paramLabel = "N", description = "Short for workload.epochs.")
  private @Nullable Long epochs;

  @Option(names = "--samples", paramLabel = "N", description = "Short for workload.samples.")
  private @Nullable Long samples;

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
      description = "Inner loops (default: the best there are); they change no result.")
  private @Nullable Kernels kernels;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the data set's files, instead of its own source.")
  private @Nullable Path data;

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "Text that a language model learns, plain or .gz (default: embedded grammar).")
  private @Nullable Path text;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Run folder, which must not exist (default: below runs).")
  private @Nullable Path out;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a key of the chip or workload; several pairs may follow.")
  private List<String> set = new ArrayList<>();

  @Mixin private TraceOptions trace = new TraceOptions();

  @Mixin private CourseOptions course = new CourseOptions();

  @Option(names = "--quiet", description = "Shows no progress.")
  private boolean quiet;

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
    List<String> pairs = new ArrayList<>(set);
    if (epochs != null) {
      pairs.add("workload.epochs=" + epochs);
    }
    if (samples != null) {
      pairs.add("workload.samples=" + samples);
    }
    if (text != null) {
      pairs.addFirst("workload.text=" + LanguageModelSpec.FILE); // --set wins, and is told if wrong
    }
    Overrides overrides = Overrides.parse(pairs);
    RunSession session =
        new RunSession(
            backend,
            new RunSession.Given(
                ChipPresets.load(chip, overrides),
                WorkloadPresets.load(name, overrides),
                overrides,
                seed,
                threads,
                kernels == null ? null : kernels.name(),
                !noFastForward,
                trace.window(),
                trace.file(),
                data,
                text,
                out,
                progressStyle(),
                course.given()),
            out(),
            err());
    return session.run(json);
  }

  private Progress.Style progressStyle() {
    if (quiet) {
      return Progress.Style.QUIET;
    }
    return Terminal.watchesStandardError() ? Progress.Style.BAR : Progress.Style.LINES;
  }
}
