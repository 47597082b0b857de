package org.rpusim.report.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.sweep.SweepRunner;
import org.rpusim.report.table.Numbers;

/** Shows how far a sweep is; a sweep of less than two seconds shows nothing. */
final class SweepProgress implements SweepRunner.Listener {
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final double ENOUGH_FOR_A_GUESS = 0.01;
  private static final int REASONS_SAID = 5;

  private final ProgressLine line;
  private final Progress.Style style;
  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private final BooleanSupplier stop;
  private final Map<Integer, Double> underWay = new HashMap<>();
  private final long startNanos;
  private final int runs;
  private final int before;
  private double[] efforts = {};
  private double effortDone;
  private double effortToDo;
  private int done;
  private int failed;
  private long nextNanos;

  /**
   * Begins.
   *
   * @param before runs that were done earlier
   */
  SweepProgress(
      Progress.Style style,
      PrintWriter err,
      LongSupplier nanoTime,
      BooleanSupplier stop,
      int runs,
      int before) {
    this.style = style;
    this.line = new ProgressLine(style, err);
    this.err = err;
    this.nanoTime = nanoTime;
    this.stop = stop;
    this.runs = runs;
    this.before = before;
    this.done = before;
    this.startNanos = nanoTime.getAsLong();
    this.nextNanos = startNanos + 2 * SECOND_NANOS;
  }

  @Override
  public void expected(double[] expected) {
    efforts = expected;
    for (double effort : expected) {
      effortToDo += effort;
    }
  }

  @Override
  public void lost(int run) {
    underWay.remove(run);
    showNowAndThen();
  }

  @Override
  public void progress(int run, double fraction) {
    underWay.put(run, fraction);
    showNowAndThen();
  }

  @Override
  public void ended(int run, PointResult result) {
    underWay.remove(run);
    done++;
    if (efforts.length > 0) {
      effortDone += efforts[run];
    }
    if (!result.succeeded() && failed++ < REASONS_SAID) {
      end();
      err.println(
          result.point()
              + ", seed "
              + result.seed()
              + " failed. "
              + result.failure()
              + (failed == REASONS_SAID ? " Further failures stand in points.csv." : ""));
      err.flush();
    }
    showNowAndThen();
  }

  @Override
  public boolean stopRequested() {
    return stop.getAsBoolean();
  }

  /** Removes the bar, if there is one. */
  void end() {
    line.end();
  }

  private void showNowAndThen() {
    long now = nanoTime.getAsLong();
    if (style == Progress.Style.QUIET || now < nextNanos) {
      return;
    }
    nextNanos = now + (style == Progress.Style.BAR ? SECOND_NANOS / 5 : 10 * SECOND_NANOS);
    double sum = done;
    for (double part : underWay.values()) {
      sum += part;
    }
    double fraction = StrictMath.min(1, sum / runs);
    line.show(
        fraction,
        String.format(
            Locale.ROOT,
            "%3.0f %%, %,d of %,d runs done%s%s%s",
            100 * fraction,
            done,
            runs,
            failed == 0 ? "" : ", " + failed + " failed",
            efforts.length == 0 ? "" : ", " + underWay.size() + " running",
            left(sum, now)));
  }

  private String left(double sum, long now) {
    double share = effortToDo > 0 ? effortDone / effortToDo : (sum - before) / (runs - before);
    if (share < ENOUGH_FOR_A_GUESS) {
      return "";
    }
    double seconds = (double) (now - startNanos) / SECOND_NANOS * (1 - share) / share;
    return ", " + Numbers.duration(seconds) + " left";
  }
}
