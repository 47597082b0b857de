package org.rpusim.report.sweep;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.report.point.PointData;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.PointSimulator;
import org.rpusim.report.point.PointTask;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.WorkloadSpec;

/** Points that the simulator runs; a data set is read once and shared. */
public final class SimulatedPoints implements PointEvaluator {
  private static final int MOST_KNOWN = 64;

  private final Sweep sweep;
  private final PointSimulator simulator;
  private final PointData data;
  private final Map<Overrides, Configured<ChipSpec>> chips = new ConcurrentHashMap<>();
  private final Map<Overrides, Configured<WorkloadSpec>> workloads = new ConcurrentHashMap<>();

  /**
   * Creates an evaluator.
   *
   * @param data what points learn
   */
  public SimulatedPoints(Sweep sweep, PointSimulator simulator, PointData data) {
    this.sweep = sweep;
    this.simulator = simulator;
    this.data = data;
  }

  /**
   * Gets the data that points need where none of them says otherwise, so that missing data are
   * known before anything is written.
   *
   * @throws ConfigException if there are none
   */
  public void loadData() {
    data.of(workload(overrides(sweep.set())).spec());
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
    return new PointTask(point.name(), seed, 1, chip, workload, data.of(workload.spec()));
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
