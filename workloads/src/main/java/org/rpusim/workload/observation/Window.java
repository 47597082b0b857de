package org.rpusim.workload.observation;

/**
 * What part of a run is written down.
 *
 * @param fromPs simulated time from which operations are written down, ps, 0 or more
 * @param forPs for how long, ps, above 0
 * @param samples most samples, counted from the first that starts in that time
 * @param works most pieces of work; what comes later is left out
 */
public record Window(long fromPs, long forPs, long samples, int works) {
  private static final int WORKS_OF_THE_BEGINNING = 20_000;
  private static final int WORKS_OF_A_TRACE = 2_000_000;

  /** The beginning of a run, as much of it as a chart shows. */
  public static Window beginning(long samples) {
    return new Window(0, Long.MAX_VALUE, samples, WORKS_OF_THE_BEGINNING);
  }

  /** A stretch of time, as much of it as a trace viewer takes. */
  public static Window stretch(long fromPs, long forPs) {
    return new Window(fromPs, forPs, Long.MAX_VALUE, WORKS_OF_A_TRACE);
  }

  /** Whether a time lies in the stretch. */
  boolean holds(long timePs) {
    return timePs >= fromPs && timePs - fromPs < forPs;
  }

  /** Whether a time lies behind the stretch. */
  boolean isBefore(long timePs) {
    return timePs >= fromPs && timePs - fromPs >= forPs;
  }
}
