package org.rpusim.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why Spark gave a job up, without the numbers that differ from time to time. */
final class Reasons {
  private static final Pattern LAST_FAILURE =
      Pattern.compile(
          "failed (\\d+) times, most recent failure: Lost task [^:]*?: (.*)", Pattern.DOTALL);
  private static final Pattern EXECUTOR_LOST =
      Pattern.compile("ExecutorLostFailure \\(.*?\\)(?: Reason: )?(.*)", Pattern.DOTALL);

  private Reasons() {}

  /** One line. */
  static String of(Throwable e) {
    String message = String.valueOf(e.getMessage());
    Matcher last = LAST_FAILURE.matcher(message);
    if (!last.find()) {
      return firstLine(message);
    }
    String times = "Spark gave it up after " + last.group(1) + " attempts: ";
    Matcher lost = EXECUTOR_LOST.matcher(last.group(2));
    return times
        + (lost.find()
            ? "its process died each time. " + firstLine(lost.group(1))
            : firstLine(last.group(2)));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }
}
