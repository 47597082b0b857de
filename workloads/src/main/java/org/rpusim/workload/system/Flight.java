package org.rpusim.workload.system;

/** Told of what becomes of samples under way. */
interface Flight {
  /** A chip has done all that it does for a sample. */
  void chipEnded(int sample);

  /** How many samples have begun since, itself included; 0 where it is none. */
  long age(int sample);
}
