package org.rpusim.report.cli;

import java.io.PrintWriter;

/** Shows a share of work: on a terminal a bar that is drawn over, elsewhere a line of text. */
final class ProgressLine {
  private static final int BAR_CELLS = 30;

  private final Progress.Style style;
  private final PrintWriter err;
  private boolean barShown;

  ProgressLine(Progress.Style style, PrintWriter err) {
    this.style = style;
    this.err = err;
  }

  /**
   * Shows how far the work is.
   *
   * @param fraction done, 0 to 1
   * @param text said of it
   */
  void show(double fraction, String text) {
    if (style == Progress.Style.BAR) {
      int cells = (int) (fraction * BAR_CELLS);
      String bar = "█".repeat(cells) + "░".repeat(BAR_CELLS - cells);
      err.print("\r" + bar + " " + text + "\u001b[K");
      err.flush();
      barShown = true;
    } else {
      err.println(text.strip());
    }
  }

  /** Removes the bar, if there is one. */
  void end() {
    if (barShown) {
      err.print("\r\u001b[K");
      err.flush();
      barShown = false;
    }
  }
}
