package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.rpusim.workload.result.EpochResult;

final class ProgressTest {
  private static final long SECOND = 1_000_000_000L;
  private final StringWriter err = new StringWriter();
  private long now;

  @Test
  void aRunOfLessThanTwoSecondsShowsNothing() {
    Progress progress = progress(Progress.Style.LINES);
    work(progress, 0, 199);
    progress.end();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void linesComeAfterTwoSecondsAndThenEveryTen() {
    Progress progress = progress(Progress.Style.LINES);
    work(progress, 0, 800);
    progress.epochDone(new EpochResult(1, 0.01, 0.25, 4.5, 0, 0, 0, 0));
    work(progress, 800, 1600);
    assertThat(err.toString().lines())
        .containsExactly("10 %", "60 %, epoch 1: test error 4.50 %, loss 0.250, 8.0 s left");
  }

  @Test
  void aBarIsDrawnOverAndRemoved() {
    Progress progress = progress(Progress.Style.BAR);
    work(progress, 0, 1000);
    assertThat(err.toString())
        .startsWith("\r███" + "░".repeat(27) + "  10 %\u001b[K\r")
        .contains("  11 %, 17.8 s left\u001b[K\r")
        .doesNotContain("\n");
    progress.end();
    assertThat(err.toString()).endsWith("\r\u001b[K");
  }

  @Test
  void quietIsQuiet() {
    Progress progress = progress(Progress.Style.QUIET);
    work(progress, 0, 2000);
    progress.end();
    assertThat(err.toString()).isEmpty();
    assertThat(progress.done()).isEqualTo(2000);
  }

  private Progress progress(Progress.Style style) {
    return new Progress(style, new PrintWriter(err), () -> now, () -> false);
  }

  /** 2,000 units take 20 s. */
  private void work(Progress progress, int from, int to) {
    for (int done = from + 1; done <= to; done++) {
      now += SECOND / 100;
      progress.progress(done, 2000);
    }
  }

  @Test
  void aClockThatGoesBackwardsDoesNoHarm() {
    StringWriter text = new StringWriter();
    long[] nanos = {Long.MAX_VALUE / 2};
    Progress progress =
        new Progress(
            Progress.Style.LINES,
            new PrintWriter(text),
            () -> nanos[0] -= 1_000_000_000_000L,
            () -> false);
    for (int done = 1; done <= 100; done++) {
      progress.progress(done, 100);
    }
    progress.end();
    assertThat(progress.done()).isEqualTo(100);
    assertThat(text.toString()).doesNotContain("-");
  }
}
