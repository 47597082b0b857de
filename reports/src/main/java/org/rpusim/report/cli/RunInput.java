package org.rpusim.report.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Overrides;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.data.DataUnavailableException;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;
import org.rpusim.workload.text.Texts;

/**
 * What a run works on: the workload and its samples.
 *
 * @param workload the one that was asked for, or the one that stands in for it
 * @param data its data set or text, or null where it needs none
 * @param fallback whether it stands in for another one whose data are not to be had
 */
record RunInput(Configured<WorkloadSpec> workload, @Nullable DataSet data, boolean fallback) {
  private static final String FALLBACK_FROM = "mlp-mnist";

  /**
   * Gets the samples of a workload.
   *
   * @param overrides values that were laid over the workload's file
   * @param folder folder of the data set, or null for the set's own source
   * @param text text file, or null
   * @param notice is told what takes long, and what stands in for what
   * @throws ConfigException if data are wrong or missing, and nothing stands in for them
   */
  static RunInput load(
      Backend backend,
      Configured<WorkloadSpec> workload,
      Overrides overrides,
      @Nullable Path folder,
      @Nullable Path text,
      Consumer<String> notice) {
    return switch (workload.spec()) {
      case LanguageModelSpec language ->
          new RunInput(workload, Texts.load(language, text), /* fallback= */ false);
      case TrainingSpec training -> {
        try {
          DataSet data = backend.data(training, folder, notice);
          yield new RunInput(workload, data, /* fallback= */ false);
        } catch (DataUnavailableException e) {
          yield embedded(backend, training, overrides, String.valueOf(e.getMessage()), notice);
        }
      }
      default -> new RunInput(workload, null, /* fallback= */ false);
    };
  }

  /** Only the preset falls back: another network would not fit the other data. */
  private static RunInput embedded(
      Backend backend,
      TrainingSpec training,
      Overrides overrides,
      String reason,
      Consumer<String> notice) {
    if (!training.name().equals(FALLBACK_FROM)) {
      throw new ConfigException(reason, "Maybe give the files with --data DIR.");
    }
    boolean tooMany = training.samples() > DataSets.EMBEDDED_SAMPLES;
    Configured<WorkloadSpec> embedded =
        WorkloadPresets.load(
            DataSets.EMBEDDED_WORKLOAD,
            tooMany ? overrides.with("workload.samples=all") : overrides);
    String all = tooMany ? ", all of them, as there are fewer" : "";
    notice.accept(
        reason + " Going on with the embedded digits: " + embedded.spec().name() + all + ".");
    DataSet data = backend.data((TrainingSpec) embedded.spec(), null, notice);
    return new RunInput(embedded, data, /* fallback= */ true);
  }
}
