package org.rpusim.report.sweep;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.report.study.PointResult;
import org.rpusim.report.study.PointSimulator;
import org.rpusim.report.study.PointTask;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;
import org.rpusim.workload.text.Texts;

/** Points that the simulator runs; a data set is read once and shared. */
public final class SimulatedPoints implements PointEvaluator {
  private static final int MOST_KNOWN = 64;

  private final Sweep sweep;
  private final PointSimulator simulator;
  private final Function<TrainingSpec, DataSet> dataOf;
  private final @Nullable Path text;
  private final Map<String, DataSet> data = new ConcurrentHashMap<>();
  private final Map<Overrides, Configured<ChipSpec>> chips = new ConcurrentHashMap<>();
  private final Map<Overrides, Configured<WorkloadSpec>> workloads = new ConcurrentHashMap<>();

  /** An evaluator of points that learn no text of a file. */
  public SimulatedPoints(
      Sweep sweep, PointSimulator simulator, Function<TrainingSpec, DataSet> dataOf) {
    this(sweep, simulator, dataOf, null);
  }

  /**
   * Creates an evaluator of texts too.
   *
   * @param text file that language models learn, or null for what their workload says
   */
  public SimulatedPoints(
      Sweep sweep,
      PointSimulator simulator,
      Function<TrainingSpec, DataSet> dataOf,
      @Nullable Path text) {
    this.sweep = sweep;
    this.simulator = simulator;
    this.dataOf = dataOf;
    this.text = text;
  }

  /**
   * Gets the data that points need where none of them says otherwise, so that missing data are
   * known before anything is written.
   *
   * @throws ConfigException if there are none
   */
  public void loadData() {
    dataOf(workload(overrides(sweep.set())).spec());
  }

  /** The samples of a workload, each set read once; null where it needs none. */
  private @Nullable DataSet dataOf(WorkloadSpec workload) {
    return switch (workload) {
      case TrainingSpec training ->
          data.computeIfAbsent(training.dataSet(), name -> dataOf.apply(training));
      case LanguageModelSpec language ->
          data.computeIfAbsent(textKey(language), key -> Texts.load(language, text));
      default -> null;
    };
  }

  private static String textKey(LanguageModelSpec spec) {
    return spec.text() + " " + spec.characters() + " " + spec.testFraction();
  }

  private Configured<WorkloadSpec> workload(Overrides overrides) {
    return known(
        workloads, overrides.ofWorkload(), own -> WorkloadPresets.load(sweep.workload(), own));
  }

  private Configured<ChipSpec> chip(Overrides overrides) {
    return known(chips, overrides.ofChip(), own -> ChipPresets.load(sweep.chip(), own));
  }

  /** What was read before with the same values, as most points differ in chip or workload alone. */
  private static <T> Configured<T> known(
      Map<Overrides, Configured<T>> known,
      Overrides overrides,
      Function<Overrides, Configured<T>> reader) {
    Configured<T> earlier = known.get(overrides);
    if (earlier != null) {
      return earlier;
    }
    Configured<T> read = reader.apply(overrides);
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    known.put(overrides, read);
    return read;
  }

  private static Overrides overrides(Map<String, String> set) {
    return Overrides.parse(
        set.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  /**
   * The configuration of a point.
   *
   * @throws ConfigException if a key is unknown, or a value wrong
   */
  PointTask task(SweepPoint point, long seed) {
    Overrides overrides = overrides(point.set());
    Configured<ChipSpec> chip = chip(overrides);
    Configured<WorkloadSpec> workload = workload(overrides);
    return new PointTask(point.name(), seed, 1, chip, workload, dataOf(workload.spec()));
  }

  @Override
  public String fingerprint(SweepPoint point, long seed) {
    return task(point, seed).fingerprint();
  }

  @Override
  public @Nullable PointResult evaluate(SweepPoint point, long seed, RunListener listener) {
    PointTask task;
    try {
      task = task(point, seed);
    } catch (ConfigException e) {
      return PointResult.failed(point.name(), seed, "", e);
    }
    try {
      RunResult result = simulator.run(task, listener);
      return result.complete() ? PointResult.of(task, result) : null;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return PointResult.failed(task, e);
    }
  }
}
