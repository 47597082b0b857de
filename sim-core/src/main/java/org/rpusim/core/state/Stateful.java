package org.rpusim.core.state;

/**
 * Has a state that a checkpoint keeps. What follows from the configuration alone is no part of it:
 * it is loaded into an object that was made anew from the same configuration.
 */
public interface Stateful {
  /** Writes the state down. */
  void saveState(StateWriter out);

  /**
   * Takes a state over.
   *
   * @throws StateException if it is of something else
   */
  void loadState(StateReader in);
}
