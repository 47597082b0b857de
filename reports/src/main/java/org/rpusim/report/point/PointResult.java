package org.rpusim.report.point;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.data.DataUnavailableException;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.RunResult;

/**
 * What one run of a study gave.
 *
 * @param point name of the point
 * @param seed seed of the run
 * @param fingerprint of the task, see {@link PointTask#fingerprint}
 * @param failure why there is no result; empty if there is one
 * @param figures the numbers of {@code metrics.json} by path
 * @param epochs one entry an epoch; empty for timing-only runs
 */
public record PointResult(
    String point,
    long seed,
    String fingerprint,
    String failure,
    ImmutableMap<String, Double> figures,
    ImmutableList<Epoch> epochs) {

  /**
   * An epoch of a run.
   *
   * @param epoch counted from 1
   * @param testErrorPercent misclassified test samples, %
   * @param trainLoss mean loss of the samples as they were trained, nats
   */
  public record Epoch(int epoch, double testErrorPercent, double trainLoss) {}

  /** What a run that ended gave: every number of its metrics, and its epochs. */
  public static PointResult of(PointTask task, RunResult result) {
    return of(task, result, ImmutableMap.of());
  }

  /**
   * As {@link #of(PointTask, RunResult)}.
   *
   * @param further figures beside those of the metrics, by path
   */
  public static PointResult of(
      PointTask task, RunResult result, ImmutableMap<String, Double> further) {
    ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
    for (String path : result.metrics().values().keySet()) {
      Double number = result.metrics().number(path);
      if (number != null) {
        figures.put(path, number);
      }
    }
    figures.putAll(further);
    ImmutableList.Builder<Epoch> epochs = ImmutableList.builder();
    for (EpochResult epoch : result.epochs()) {
      epochs.add(new Epoch(epoch.epoch(), epoch.testErrorPercent(), epoch.trainLoss()));
    }
    return new PointResult(
        task.point(), task.seed(), task.fingerprint(), "", figures.buildOrThrow(), epochs.build());
  }

  /**
   * A run that failed: the first line of the error, behind its kind where it is not wrong input or
   * missing data, which need no name of an exception.
   */
  public static PointResult failed(PointTask task, Throwable e) {
    return failed(task.point(), task.seed(), task.fingerprint(), e);
  }

  /** As {@link #failed(PointTask, Throwable)} where there is no task, as its keys are wrong. */
  public static PointResult failed(String point, long seed, String fingerprint, Throwable e) {
    String message = Objects.requireNonNullElse(e.getMessage(), "no message");
    String line = message.lines().findFirst().orElse("");
    boolean said = e instanceof ConfigException || e instanceof DataUnavailableException;
    String reason = said && !line.isBlank() ? line : e.getClass().getSimpleName() + ": " + line;
    return new PointResult(point, seed, fingerprint, reason, ImmutableMap.of(), ImmutableList.of());
  }

  /** The result as the text of its file, for a way between machines. */
  public String json() {
    return PointJson.of(this);
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @param source what the text is called in messages
   * @throws ConfigException if it is something else
   */
  public static PointResult ofJson(String source, String text) {
    return PointJson.parse(source, text);
  }

  /** Whether the run ended with a result. */
  public boolean succeeded() {
    return failure.isEmpty();
  }

  /** A figure, or null where the run failed or has none of this path. */
  public @Nullable Double figure(String path) {
    return figures.get(path);
  }
}
