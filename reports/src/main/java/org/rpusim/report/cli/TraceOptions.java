package org.rpusim.report.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.core.units.Quantity;
import org.rpusim.core.units.UnitException;
import org.rpusim.report.trace.TraceFile;
import org.rpusim.workload.observation.Window;
import picocli.CommandLine.Option;

/** The options of {@code run} about its trace. */
final class TraceOptions {
  private static final String EXAMPLE = "Maybe \"10 us\" is meant, with its quotes.";

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Writes a trace for Perfetto or chrome://tracing; .gz compresses it.")
  private @Nullable Path file;

  @Option(
      names = "--trace-from",
      paramLabel = "TIME",
      description = "Simulated time at which the trace begins (default: 0 s).")
  private @Nullable String from;

  @Option(
      names = "--trace-for",
      paramLabel = "TIME",
      description = "Simulated time that the trace spans (default: 20 us).")
  private @Nullable String span;

  /** The file, or null where none is wanted. */
  @Nullable Path file() {
    return file;
  }

  /**
   * What is to be traced, or null for nothing.
   *
   * @throws ConfigException if a time is wrong or the file cannot be made
   */
  @Nullable Window window() {
    if (file == null) {
      if (from != null || span != null) {
        throw new ConfigException(
            (from != null ? "--trace-from" : "--trace-for") + " is given without --trace.",
            "Maybe add --trace trace.json.gz.");
      }
      return null;
    }
    TraceFile.requireWritable(file);
    long fromPs = timePs("--trace-from", from, 0);
    long spanPs = timePs("--trace-for", span, 20_000_000);
    if (spanPs == 0) {
      throw new ConfigException("--trace-for is " + span + ", but must be above 0.", EXAMPLE);
    }
    return Window.stretch(fromPs, spanPs);
  }

  private static long timePs(String option, @Nullable String text, long otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      long timePs = Quantity.parseTimePs(text);
      if (timePs >= 0) {
        return timePs;
      }
    } catch (UnitException e) {
      throw new ConfigException(option + ": " + e.getMessage(), EXAMPLE);
    }
    throw new ConfigException(option + " is " + text + ", but must be 0 or more.", EXAMPLE);
  }
}
