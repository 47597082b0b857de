package org.rpusim.report.sweep;

import com.google.common.collect.ImmutableSet;
import java.io.Serializable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipReader;
import org.rpusim.core.Version;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.PointTask;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.WorkloadReader;

/**
 * One run as texts: all that determines its result but the data set. It needs no file of the
 * machine that it came from.
 *
 * @param point name of the point
 * @param seed seed of the run
 * @param fingerprint of the task, which the result carries
 * @param version of the program that sends it
 * @param chip resolved configuration, YAML
 * @param workload resolved configuration, YAML
 */
public record PointParcel(
    String point, long seed, String fingerprint, String version, String chip, String workload)
    implements Serializable {

  /** A task without its data. */
  static PointParcel of(PointTask task) {
    return new PointParcel(
        task.point(),
        task.seed(),
        task.fingerprint(),
        Version.current(),
        task.chip().resolution().yaml(),
        task.workload().resolution().yaml());
  }

  /**
   * Runs the point on the calling thread. What goes wrong is a result too, with its reason.
   *
   * @throws OutOfMemoryError if the process has too little memory for it and for what else it does
   * @param data samples, or null for a workload without them
   * @param stop asked often; true gives the run up
   * @return the result as {@link PointResult#json}
   * @throws CancellationException if it was given up
   * @throws IllegalStateException if it was sent by another version of the program
   */
  public String evaluate(@Nullable DataSet data, BooleanSupplier stop) {
    if (!Version.current().equals(version)) {
      throw new IllegalStateException(
          "a worker has rpusim " + Version.current() + ", but was sent a run of " + version);
    }
    try {
      PointTask task = task(data);
      RunResult result = run(task, stop);
      if (!result.complete()) {
        throw new CancellationException("the run was given up");
      }
      PointResult own = PointResult.of(task, result);
      return new PointResult(point, seed, fingerprint, "", own.figures(), own.epochs()).json();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return PointResult.failed(point, seed, fingerprint, e).json();
    }
  }

  /** What is sent back instead of a result where a whole process has too little memory. */
  public String tooLarge(OutOfMemoryError e) {
    return PointResult.failed(point, seed, fingerprint, e).json();
  }

  private PointTask task(@Nullable DataSet data) {
    return new PointTask(
        point,
        seed,
        1,
        ChipReader.read(YamlReader.read("chip of " + point, chip), "chip", ImmutableSet.of()),
        WorkloadReader.read(
            YamlReader.read("workload of " + point, workload), "workload", ImmutableSet.of()),
        data);
  }

  private static RunResult run(PointTask task, BooleanSupplier stop) {
    RunListener listener =
        new RunListener() {
          @Override
          public boolean stopRequested() {
            return stop.getAsBoolean();
          }
        };
    RunOptions options = new RunOptions(task.seed(), Kernels.best(), new Workers(1), true);
    return Simulator.run(
        task.chip().spec(), task.workload().spec(), task.data(), options, listener);
  }
}
