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
import org.rpusim.chip.config.Overrides;
import org.rpusim.report.sweep.Design;
import org.rpusim.report.sweep.SweepFiles;
import org.rpusim.report.sweep.SweepRequest;
import org.rpusim.report.sweep.Sweeps;
import org.rpusim.workload.preset.WorkloadPresets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      names = "--vary",
      paramLabel = "KEY=VALUES",
      description = "Varies a key; may be given several times.")
  private List<String> vary = new ArrayList<>();

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

  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

  @Mixin private SourceOptions source = new SourceOptions();

  @Mixin private ManyRunsOptions runs = new ManyRunsOptions();

  SweepCommand(Backend backend) {
    this.backend = backend;
  }

  @Override
  public Integer call() throws IOException {
    SweepSession session =
        new SweepSession(
            backend,
            new SweepSession.Given(
                runs.threads(),
                source.data(),
                source.text(),
                runs.out(),
                runs.resume(),
                source.progress(),
                spark,
                sparkSettings()),
            out(),
            err());
    return session.run(request());
  }

  private SweepRequest request() {
    SweepRequest request = start();
    String chip = configuration.givenChip();
    if (chip != null) {
      request.chip(chip);
    }
    keys().forEach(request::set);
    if (!request.workload().isEmpty()) {
      requireFit(request.workload());
    }
    request.varyAll(vary);
    request.objectives(objectives);
    if (design != null) {
      request.design(designOf(design));
    }
    if (points != null) {
      request.samples(SourceOptions.atLeastOne("--points", points));
    }
    if (sampleSeed != null) {
      request.sampleSeed(notNegative(sampleSeed));
    }
    Integer seeds = runs.seeds();
    if (seeds != null) {
      request.seeds(seeds);
    }
    return request;
  }

  private SweepRequest start() {
    boolean fromFolder = study == null && runs.resume() && vary.isEmpty();
    SweepRequest request =
        fromFolder ? ofFolder() : study == null ? new SweepRequest() : Sweeps.load(study);
    if (workload != null) {
      request.workload(workload);
    }
    return request;
  }

  /** What the folder that is gone on with says of itself. */
  private SweepRequest ofFolder() {
    Path folder = runs.out();
    if (folder == null) {
      throw new ConfigException(
          "--resume goes on in a folder, and none is given.", "Maybe add --out DIR.");
    }
    return SweepFiles.definition(folder);
  }

  private static int notNegative(int seed) {
    if (seed < 0) {
      throw new ConfigException(
          "--sample-seed is " + seed + ", but must be 0 or more.", "Maybe the sign is wrong.");
    }
    return seed;
  }

  private ImmutableMap<String, String> keys() {
    return keys("--set", source.pairsWithText(configuration.pairs()), "adc.bits=8");
  }

  /** Before a point tells it in other words, or none looks at what was given. */
  private void requireFit(String nameOrFile) {
    if (source.data() != null || source.text() != null) {
      Overrides overrides = source.over(configuration.pairs());
      source.requireFit(WorkloadPresets.load(nameOrFile, overrides).spec());
    }
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
}
