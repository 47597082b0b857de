package org.rpusim.report.sweep;

import org.jspecify.annotations.Nullable;
import org.rpusim.workload.data.DataSet;

/**
 * An engine that runs points on other processes or machines. All its methods are called by one
 * thread, and it calls nobody on any other.
 */
public interface PointCluster extends AutoCloseable {
  /** What happens to points. */
  interface Follower {
    /** A run has begun somewhere; may come again after {@link #lost}. */
    void began(int run);

    /** The process of a run is gone; the engine begins the run again by itself. */
    void lost(int run);

    /** A run ended with the text of {@link PointParcel#evaluate}. */
    void ended(int run, String row);

    /** The engine has given a run up. */
    void failed(int run, String reason);
  }

  /** Runs that go on at a time, as far as the engine knows by now; 1 or more. */
  int slots();

  /**
   * Hands a run over. Runs are begun in the order in which they are handed over.
   *
   * @param data what the run trains on; the same set is the same object in every call; or null
   */
  void submit(int run, PointParcel parcel, @Nullable DataSet data);

  /**
   * Tells what happened since the last call; returns at once.
   *
   * @throws org.rpusim.chip.config.ConfigException if the engine has ended and nothing more can
   *     come
   */
  void poll(Follower follower);

  /** Ends the engine's part in this sweep; runs under way are given up. */
  @Override
  void close();
}
