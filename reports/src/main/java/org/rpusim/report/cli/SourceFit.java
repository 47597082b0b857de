package org.rpusim.report.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;

/** Whether what is given by {@code --data} and {@code --text} is what a workload reads. */
final class SourceFit {
  private SourceFit() {}

  /**
   * Refuses a source that would not be looked at.
   *
   * @throws ConfigException if there is one
   */
  static void require(WorkloadSpec workload, @Nullable Path data, @Nullable Path text) {
    if (text != null && !(workload instanceof LanguageModelSpec)) {
      throw new ConfigException(
          workload.name() + " reads no text, so --text means nothing with it.",
          "Maybe a language model is meant, such as lstm2-64.");
    }
    if (data != null && !(workload instanceof TrainingSpec)) {
      throw new ConfigException(
          workload.name() + " reads no data set, so --data means nothing with it.",
          workload instanceof LanguageModelSpec
              ? "Maybe --text FILE is meant."
              : "Maybe a training is meant, such as mlp-mnist.");
    }
  }
}
