package org.rpusim.report.cli;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Nearest;
import org.rpusim.report.sweep.Design;
import org.rpusim.report.sweep.SweepFiles;
import org.rpusim.report.sweep.SweepRequest;
import org.rpusim.report.sweep.Sweeps;
import org.rpusim.workload.spec.LanguageModelSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rpusim sweep}. */
@Command(
    name = "sweep",
    description =
        "Runs a workload at many points of any keys of chip, device and workload, and finds the"
            + " Pareto front.",
    footer = {
      "",
      "rpusim sweep --workload mlp-digits --vary adc.bits=6..10 --vary tile.rows=512,4096",
      "Values: 512,1024 or 6..10 or \"20 ns..80 ns in 4\" or \"0.0001..0.01 in 5 log\"; two keys"
          + " that take the same value: tile.rows+tile.columns=512,1024."
    })
final class SweepCommand extends Subcommand {
  private final Backend backend;

  @Parameters(
      paramLabel = "STUDY",
      arity = "0..1",
      description = "A ready study (tile-sizing) or a YAML file; options go over what it says.")
  private @Nullable String study;

  @Option(names = "--workload", paramLabel = "NAME|FILE", description = "A workload.")
  private @Nullable String workload;

  @Option(
      names = "--chip",
      paramLabel = "NAME|FILE",
      description = "A chip (default: gokmen2016-design2).")
  private @Nullable String chip;

  @Option(
      names = "--vary",
      paramLabel = "KEY=VALUES",
      description = "Varies a key; may be given several times.")
  private List<String> vary = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a key for all points; several pairs may follow.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--design",
      paramLabel = "NAME",
      description =
          "How points are chosen: grid (default), random, latin-hypercube, sobol; list in files.")
  private @Nullable String design;

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "Points of a random, latin-hypercube or sobol design (default: 64).")
  private @Nullable Integer points;

  @Option(names = "--sample-seed", paramLabel = "N", description = "Seed of drawn points.")
  private @Nullable Integer sampleSeed;

  @Option(
      names = "--objective",
      paramLabel = "PATH",
      split = ",",
      description =
          "Figures of metrics.json that the front is of (default: test error, time, energy, area);"
              + " min:PATH or max:PATH.")
  private List<String> objectives = new ArrayList<>();

  @Option(names = "--seeds", paramLabel = "N", description = "Seeds of each point (default: 1).")
  private @Nullable Integer seeds;

  @Option(names = "--epochs", paramLabel = "N", description = "Short for workload.epochs.")
  private @Nullable Integer epochs;

  @Option(names = "--samples", paramLabel = "N", description = "Short for workload.samples.")
  private @Nullable Integer samples;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at a time (default: one a processor); they change no result.")
  private @Nullable Integer threads;

  @Option(
      names = "--spark",
      paramLabel = "MASTER",
      description =
          "Runs the points on Apache Spark: spark://HOST:PORT, or local[N] for N threads here.")
  private @Nullable String spark;

  @Option(
      names = "--spark-set",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark, such as spark.executor.memory=4g; may be repeated.")
  private List<String> sparkSettings = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the data set's files, instead of its own source.")
  private @Nullable Path data;

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "Text file that language models learn, plain or .gz.")
  private @Nullable Path text;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the sweep, which must not exist (default: below runs).")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      description = "Goes on in the folder of the last time; what is done is not run again.")
  private boolean resume;

  @Option(names = "--quiet", description = "Shows no progress.")
  private boolean quiet;

  SweepCommand(Backend backend) {
    this.backend = backend;
  }

  @Override
  public Integer call() throws IOException {
    SweepSession session =
        new SweepSession(
            backend,
            new SweepSession.Given(
                threads == null
                    ? Runtime.getRuntime().availableProcessors()
                    : atLeastOne("--threads", threads),
                data,
                text,
                out,
                resume,
                quiet
                    ? Progress.Style.QUIET
                    : Terminal.watchesStandardError() ? Progress.Style.BAR : Progress.Style.LINES,
                spark,
                sparkSettings()),
            out(),
            err());
    return session.run(request());
  }

  private SweepRequest request() {
    SweepRequest request = start();
    if (chip != null) {
      request.chip(chip);
    }
    keys().forEach(request::set);
    request.varyAll(vary);
    request.objectives(objectives);
    if (design != null) {
      request.design(designOf(design));
    }
    if (points != null) {
      request.samples(atLeastOne("--points", points));
    }
    if (sampleSeed != null) {
      request.sampleSeed(sampleSeed);
    }
    if (seeds != null) {
      request.seeds(atLeastOne("--seeds", seeds));
    }
    return request;
  }

  private SweepRequest start() {
    Path folder = out;
    boolean fromFolder = study == null && resume && folder != null && vary.isEmpty();
    SweepRequest request =
        fromFolder && folder != null
            ? SweepFiles.definition(folder)
            : study == null ? new SweepRequest() : Sweeps.load(study);
    if (workload != null) {
      request.workload(workload);
    }
    return request;
  }

  private ImmutableMap<String, String> keys() {
    List<String> pairs = new ArrayList<>();
    if (text != null) {
      pairs.add("workload.text=" + LanguageModelSpec.FILE); // --set wins, and is told if wrong
    }
    pairs.addAll(set);
    if (epochs != null) {
      pairs.add("workload.epochs=" + atLeastOne("--epochs", epochs));
    }
    if (samples != null) {
      pairs.add("workload.samples=" + atLeastOne("--samples", samples));
    }
    return keys("--set", pairs, "adc.bits=8");
  }

  private ImmutableMap<String, String> sparkSettings() {
    if (spark == null && !sparkSettings.isEmpty()) {
      throw new ConfigException(
          "--spark-set " + sparkSettings.getFirst() + " is given without --spark.",
          "Maybe --spark local[2] is missing.");
    }
    return keys("--spark-set", sparkSettings, "spark.executor.memory=4g");
  }

  private static ImmutableMap<String, String> keys(
      String option, List<String> pairs, String example) {
    ImmutableMap.Builder<String, String> keys = ImmutableMap.builder();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new ConfigException(
            option + " " + pair + " has no value; it takes key=value.",
            "Maybe " + option + " " + example + " is meant.");
      }
      keys.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return keys.buildKeepingLast();
  }

  private static Design designOf(String name) {
    List<String> names = new ArrayList<>();
    for (Design one : Design.values()) {
      String word = Ascii.toLowerCase(one.name()).replace('_', '-');
      if (word.equals(name)) {
        return one;
      }
      names.add(word);
    }
    String near = Nearest.of(name, names);
    throw new ConfigException(
        "--design is " + name + ", but must be one of " + String.join(", ", names) + ".",
        "Maybe " + (near == null ? "grid" : near) + " is meant.");
  }

  private static int atLeastOne(String option, int value) {
    if (value < 1) {
      throw new ConfigException(
          option + " is " + value + ", but must be 1 or more.", "Maybe leave it out.");
    }
    return value;
  }
}
