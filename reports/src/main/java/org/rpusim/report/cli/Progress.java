package org.rpusim.report.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.table.Numbers;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.RunListener;

/**
 * Shows how far a run is: on a terminal a bar that is drawn over, elsewhere a line now and then. A
 * run of less than two seconds shows nothing.
 */
final class Progress implements RunListener {
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long FIRST_NANOS = 2 * SECOND_NANOS;
  private static final long REDRAW_NANOS = SECOND_NANOS / 5;
  private static final long LINE_NANOS = 10 * SECOND_NANOS;

  /** How progress is shown. */
  enum Style {
    /** A bar that is drawn over. */
    BAR,
    /** Plain lines. */
    LINES,
    /** Nothing. */
    QUIET
  }

  private final Style style;
  private final PrintWriter notices;
  private final LongSupplier nanoTime;
  private final BooleanSupplier stop;
  private long nextNanos;
  private long done;
  private final ProgressLine line;
  private @Nullable EpochResult lastEpoch;
  private long rateDone;
  private long rateNanos;
  private double nanosPerUnit;

  Progress(Style style, PrintWriter err, LongSupplier nanoTime, BooleanSupplier stop) {
    this.style = style;
    this.notices = err;
    this.line = new ProgressLine(style, err);
    this.nanoTime = nanoTime;
    this.stop = stop;
    this.nextNanos = nanoTime.getAsLong() + FIRST_NANOS;
  }

  /** Units of work done so far. */
  long done() {
    return done;
  }

  @Override
  public void progress(long done, long total) {
    this.done = done;
    if (style == Style.QUIET) {
      return;
    }
    long now = nanoTime.getAsLong();
    if (now < nextNanos || total <= 0) {
      return;
    }
    nextNanos = now + (style == Style.BAR ? REDRAW_NANOS : LINE_NANOS);
    updateRate(done, now);
    show(done, total);
  }

  @Override
  public void epochDone(EpochResult epoch) {
    lastEpoch = epoch;
  }

  @Override
  public void notice(String sentence) {
    if (style != Style.QUIET) {
      line.end();
      notices.println(sentence);
      notices.flush();
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

  /** Follows the present speed; the first seconds are slower than the rest and do not count. */
  private void updateRate(long done, long now) {
    if (done <= rateDone) {
      return;
    }
    if (rateDone > 0) {
      double latest = (now - rateNanos) / (double) (done - rateDone);
      double weight = style == Style.BAR ? 0.1 : 0.5;
      nanosPerUnit = nanosPerUnit == 0 ? latest : nanosPerUnit + weight * (latest - nanosPerUnit);
    }
    rateDone = done;
    rateNanos = now;
  }

  private void show(long done, long total) {
    double fraction = StrictMath.min(1, (double) done / total);
    String text =
        String.format(Locale.ROOT, "%3.0f %%%s%s", 100 * fraction, error(), left(total - done));
    line.show(fraction, text);
  }

  private String left(long units) {
    return nanosPerUnit == 0
        ? ""
        : ", " + Numbers.duration(units * nanosPerUnit / SECOND_NANOS) + " left";
  }

  private String error() {
    EpochResult epoch = lastEpoch;
    return epoch == null
        ? ""
        : String.format(
            Locale.ROOT,
            ", epoch %d: test error %.2f %%, loss %.3g",
            epoch.epoch(),
            epoch.testErrorPercent(),
            epoch.trainLoss());
  }
}
