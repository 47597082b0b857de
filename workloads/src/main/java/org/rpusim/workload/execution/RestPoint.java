package org.rpusim.workload.execution;

/**
 * Watches a run of samples one by one, and may use the moment between two of them, when nothing is
 * under way on the chip and all time is accounted.
 */
public interface RestPoint {
  /** Never due. */
  RestPoint NONE =
      new RestPoint() {
        @Override
        public boolean isDue(long nextSample) {
          return false;
        }

        @Override
        public void take(long nextSample) {}
      };

  /**
   * Asked after each sample but the last.
   *
   * @param nextSample number of the sample that would follow
   */
  boolean isDue(long nextSample);

  /** The moment has come. */
  void take(long nextSample);
}
