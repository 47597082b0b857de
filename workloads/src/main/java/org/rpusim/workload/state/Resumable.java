package org.rpusim.workload.state;

import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;

/** A training whose passes can be broken off between two samples, or batches of them. */
public interface Resumable extends Stateful {
  /** Training samples so far, between two passes. */
  long trainedSamples();

  /**
   * Training samples so far, while a pass is under way.
   *
   * @param nextSample as {@link org.rpusim.workload.execution.RestPoint} was told
   */
  long trainedSamples(long nextSample);

  /**
   * Writes down how far a training pass is.
   *
   * @param nextSample as {@link org.rpusim.workload.execution.RestPoint} was told
   */
  void savePass(StateWriter out, long nextSample);

  /** The next epoch goes on where a saved pass was. */
  void loadPass(StateReader in);
}
