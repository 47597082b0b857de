package org.rpusim.workload.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.StreamReadsSpec;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;

/** Runs a workload on a chip: the way from the two descriptions to the result. */
public final class Simulator {
  /** What Java says of a division by zero: that is no overflow, but a defect. */
  private static final String DIVISION = "/ by zero";

  private Simulator() {}

  /**
   * Runs to the end, or until the listener asks for a stop.
   *
   * @param data samples of a training workload, or text of a language model; may be null for others
   * @throws ConfigException if chip, workload and data do not fit together, or the simulated time
   *     is beyond what a long holds
   */
  public static RunResult run(
      ChipSpec chip,
      WorkloadSpec workload,
      @Nullable DataSet data,
      RunOptions options,
      RunListener listener) {
    try {
      return runOn(chip, workload, data, options, listener);
    } catch (ArithmeticException e) {
      if (DIVISION.equals(e.getMessage())) {
        throw e;
      }
      throw new ConfigException(
          "The run takes more time, or counts more, than whole numbers of 64 bits hold: 106 days of"
              + " picoseconds.",
          "Maybe a time, rate or bandwidth has the wrong unit; or fewer samples.");
    }
  }

  private static RunResult runOn(
      ChipSpec chip,
      WorkloadSpec workload,
      @Nullable DataSet data,
      RunOptions options,
      RunListener listener) {
    if (chip.cluster().chips() > 1) {
      return ClusterRun.of(chip, workload, options, listener).run();
    }
    return switch (workload) {
      case TrainingSpec training ->
          train(
              chip,
              training,
              Objects.requireNonNull(data, "a training workload needs a data set"),
              options,
              listener);
      case TimingSpec timing -> new TimingRun(chip, timing, options, listener).run();
      case LanguageModelSpec language ->
          read(
              chip,
              language,
              Objects.requireNonNull(data, "a language model needs a text"),
              options,
              listener);
      case StreamReadsSpec stream -> new StreamReadsRun(chip, stream, options, listener).run();
    };
  }

  private static RunResult read(
      ChipSpec chip,
      LanguageModelSpec spec,
      DataSet text,
      RunOptions options,
      RunListener listener) {
    return options.course().inference()
        ? new LanguageInferenceRun(chip, spec, text, options, listener).run()
        : new LanguageRun(chip, spec, text, options, listener).run();
  }

  private static RunResult train(
      ChipSpec chip, TrainingSpec spec, DataSet data, RunOptions options, RunListener listener) {
    return options.course().inference()
        ? new InferenceRun(chip, spec, data, options, listener).run()
        : new TrainingRun(chip, spec, data, options, listener).run();
  }
}
