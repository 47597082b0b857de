package org.rpusim.workload.execution;

/** Is told of samples, or batches of them, that are complete. */
public interface SampleCount {
  /**
   * Some more are complete.
   *
   * @return whether others are to begin
   */
  boolean completed(long samples);
}
