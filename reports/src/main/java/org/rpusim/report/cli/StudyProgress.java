package org.rpusim.report.cli;

import com.google.common.collect.ImmutableMap;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.PointTask;
import org.rpusim.report.study.StudyListener;
import org.rpusim.report.table.Numbers;

/**
 * Shows how far a study is: runs done, runs under way, time left. On a terminal a bar that is drawn
 * over, elsewhere a line now and then.
 */
final class StudyProgress implements StudyListener {
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final double ENOUGH_FOR_A_GUESS = 0.01;

  private final Progress.Style style;
  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private final BooleanSupplier stop;

  /** Effort done of each run under way, by file name. */
  private final Map<String, Double> underWay = new HashMap<>();

  private final long startNanos;
  private final int runs;
  private final double effort;
  private int done;
  private double effortDone;
  private long nextNanos;
  private final ProgressLine line;

  StudyProgress(
      Progress.Style style,
      PrintWriter err,
      LongSupplier nanoTime,
      BooleanSupplier stop,
      List<PointTask> tasks,
      ImmutableMap<String, PointResult> finished) {
    this.style = style;
    this.err = err;
    this.line = new ProgressLine(style, err);
    this.nanoTime = nanoTime;
    this.stop = stop;
    this.startNanos = nanoTime.getAsLong();
    this.nextNanos = startNanos + period();
    this.runs = tasks.size();
    this.done = finished.size();
    this.effort =
        tasks.stream()
            .filter(task -> !finished.containsKey(task.fileName()))
            .mapToDouble(PointTask::effort)
            .sum();
  }

  private long period() {
    return style == Progress.Style.BAR ? SECOND_NANOS / 5 : 10 * SECOND_NANOS;
  }

  @Override
  public void started(PointTask task) {
    underWay.put(task.fileName(), 0.0);
  }

  @Override
  public void progress(PointTask task, double fraction) {
    underWay.put(task.fileName(), fraction * task.effort());
    long now = nanoTime.getAsLong();
    if (style != Progress.Style.QUIET && now >= nextNanos) {
      nextNanos = now + period();
      show(now);
    }
  }

  @Override
  public void ended(PointTask task, PointResult result) {
    underWay.remove(task.fileName());
    done++;
    effortDone += task.effort();
    if (!result.succeeded()) {
      end();
      err.println(
          "Point " + task.point() + ", seed " + task.seed() + " failed. " + result.failure());
      err.flush();
    }
  }

  @Override
  public boolean stopRequested() {
    return stop.getAsBoolean();
  }

  /** Removes the bar, if there is one. */
  void end() {
    line.end();
  }

  private void show(long now) {
    double sum = effortDone;
    for (double part : underWay.values()) {
      sum += part;
    }
    double fraction = StrictMath.min(1, sum / effort);
    String text =
        String.format(
            Locale.ROOT,
            "%3.0f %%, %d of %d runs done, %d under way%s",
            100 * fraction,
            done,
            runs,
            underWay.size(),
            left(fraction, now));
    line.show(fraction, text);
  }

  private String left(double fraction, long now) {
    if (fraction < ENOUGH_FOR_A_GUESS) {
      return "";
    }
    double seconds = (double) (now - startNanos) / SECOND_NANOS * (1 - fraction) / fraction;
    return ", " + Numbers.duration(seconds) + " left";
  }
}
