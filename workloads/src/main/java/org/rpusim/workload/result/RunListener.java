package org.rpusim.workload.result;

/** Follows a run while it goes on, on the run's own thread. */
public interface RunListener {
  /** Listens to nothing and never stops. */
  RunListener NONE = new RunListener() {};

  /**
   * Some work is done; called often.
   *
   * @param done units of work done (training and evaluation samples, or reads)
   * @param total units of work of the whole run
   */
  default void progress(long done, long total) {}

  /** An epoch and its evaluation ended. */
  default void epochDone(EpochResult epoch) {}

  /** Something that the user should know, in a sentence. */
  default void notice(String sentence) {}

  /** Asked often; true ends the run at the next sample with an incomplete result. */
  default boolean stopRequested() {
    return false;
  }
}
