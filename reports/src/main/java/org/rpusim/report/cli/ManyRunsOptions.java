package org.rpusim.report.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that run many configurations: {@code reproduce} and {@code sweep}. */
final class ManyRunsOptions {
  @Option(names = "--seeds", paramLabel = "N", description = "Seeds of each configuration.")
  private @Nullable Integer seeds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at a time (default: one a processor); they change no result.")
  private @Nullable Integer threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the results, which must not exist (default: below runs).")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      description = "Goes on in the folder of the last time; what is done is not run again.")
  private boolean resume;

  /** Seeds, or null where the user says nothing. */
  @Nullable Integer seeds() {
    return seeds == null ? null : SourceOptions.atLeastOne("--seeds", seeds);
  }

  /** Runs at a time. */
  int threads() {
    return threads == null
        ? Runtime.getRuntime().availableProcessors()
        : SourceOptions.atLeastOne("--threads", threads);
  }

  /** Folder of the results, or null for the standard one. */
  @Nullable Path out() {
    return out;
  }

  /** Whether what is in the folder is kept. */
  boolean resume() {
    return resume;
  }
}
