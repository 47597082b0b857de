package org.rpusim.report.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.run.CheckpointInterval;
import picocli.CommandLine.Option;

/** Options of {@code run} on where a training begins and ends. */
final class CourseOptions {
  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Begins with the weights that an earlier run saved: its weights.bin.")
  private @Nullable Path weights;

  @Option(
      names = "--inference",
      description = "Runs the test set alone, with the weights of --weights.")
  private boolean inference;

  @Option(
      names = "--until-error",
      paramLabel = "PERCENT",
      description = "Ends after the first epoch whose test error is not above this.")
  private @Nullable Double untilError;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description =
          "Keeps a checkpoint beside the run folder: every so many training samples (10000) or"
              + " epochs (\"1 epoch\").")
  private @Nullable String every;

  @Option(
      names = "--resume",
      description = "Goes on from the checkpoint of the same command, if there is one.")
  private boolean resume;

  /**
   * What the user gave.
   *
   * @param every how often a checkpoint is written; null for none
   */
  record Given(
      @Nullable Path weights,
      boolean inference,
      @Nullable Double untilErrorPercent,
      @Nullable CheckpointInterval every,
      boolean resume) {
    /** Whether a checkpoint may be written or read. */
    boolean checkpoints() {
      return every != null || resume;
    }

    /** Whether only a training can do it. */
    boolean needsTraining() {
      return weights != null || inference || untilErrorPercent != null || checkpoints();
    }
  }

  /**
   * Checks what was given.
   *
   * @param length how long to train, as the options say it; empty where they say nothing
   * @param file what the workload's file says; options win over it
   * @throws ConfigException if options contradict one another or are out of range
   */
  Given given(String length, RunFile file) {
    file.requireWeights(weights);
    boolean testOnly = inference || file.inference();
    String cause = inference ? "--inference" : "run.inference of the file";
    if (testOnly && weights == null) {
      throw new ConfigException(
          cause + " needs saved weights.", "Maybe --weights RUN/weights.bin.");
    }
    if (testOnly && (untilError != null || every != null || resume || !length.isEmpty())) {
      throw new ConfigException(
          cause
              + " trains nothing: --epochs, --samples, --until-error, --checkpoint-every and"
              + " --resume mean nothing with it.",
          "Maybe leave them out.");
    }
    if (untilError != null && !(untilError >= 0 && untilError <= 100)) {
      throw new ConfigException(
          "--until-error is "
              + untilError
              + ", but must be a test error from 0 to 100, in percent.",
          "Maybe 3 is meant.");
    }
    return new Given(
        weights,
        testOnly,
        untilError != null || testOnly ? untilError : file.untilErrorPercent(),
        every == null ? null : CheckpointInterval.parse(every),
        resume);
  }
}
