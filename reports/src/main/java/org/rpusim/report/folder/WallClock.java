package org.rpusim.report.folder;

import org.rpusim.core.stats.Metrics;

/**
 * What depends on the machine and not on the configuration: the content of {@code wallclock.json}.
 *
 * @param seconds from the start of the run to its end, s, above 0
 * @param samples training and evaluation samples, or reads, that were done
 * @param threads threads given
 * @param kernels {@code scalar} or {@code vector}
 * @param source folder or file that the data were read from, as the user named it; empty for the
 *     data set's own source
 */
public record WallClock(double seconds, long samples, int threads, String kernels, String source) {
  /** With the samples a second, Java's version and the number of processors. */
  Metrics metrics() {
    return Metrics.builder()
        .put("wallSeconds", seconds)
        .put("samples", samples)
        .put("samplesPerSecond", samples / StrictMath.max(seconds, 1e-9))
        .put("threads", (long) threads)
        .put("kernels", kernels)
        .put("source", source)
        .put("javaVersion", Runtime.version().toString())
        .put("processors", (long) Runtime.getRuntime().availableProcessors())
        .build();
  }
}
