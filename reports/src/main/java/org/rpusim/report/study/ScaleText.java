package org.rpusim.report.study;

import java.util.Locale;

/** Says in a line how much of a study was run. */
final class ScaleText {
  private ScaleText() {}

  static String of(StudyResult result) {
    StringBuilder text = new StringBuilder(scale(result));
    if (result.otherScale()) {
      text.append("; not the publication's scale, so absolute values are not judged");
    }
    if (!result.complete()) {
      text.append(
          String.format(
              Locale.ROOT,
              "; stopped after %d of %d runs",
              result.results().size(),
              result.plan().tasks().size()));
    }
    return text.toString();
  }

  /** Epochs, samples and seeds alone. */
  static String scale(StudyResult result) {
    Scale scale = result.plan().scale();
    StringBuilder text = new StringBuilder();
    text.append(result.quick() ? "quick: " : "");
    text.append(scale.epochs() == 0 ? "the workload's epochs" : count(scale.epochs(), "epoch"));
    text.append(" of ");
    text.append(
        scale.samples() == 0
            ? "all samples"
            : String.format(Locale.ROOT, "%,d samples", scale.samples()));
    text.append(", ").append(count(scale.seeds(), "seed"));
    text.append(scale.seeds() == 1 ? " (no intervals)" : " (± : 95 % by Student's t)");
    return text.toString();
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
