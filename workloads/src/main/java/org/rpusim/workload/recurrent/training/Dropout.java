package org.rpusim.workload.recurrent.training;

import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;

/**
 * Dropout of what passes from a recurrent layer to the next (Zaremba, Sutskever and Vinyals 2014):
 * a number is 0 with probability p, else divided by 1 − p. Which ones is drawn by (seed, layer,
 * number of the character), for the forward pass and again for the backward pass.
 */
final class Dropout {
  private static final long PURPOSE = 0xD20B;

  private final float p;
  private final float scale;
  private final long[] purposes;

  /**
   * @param p probability that a number is dropped, 0 to below 1
   */
  Dropout(double p, long seed, int layers) {
    this.p = (float) p;
    this.scale = (float) (1 / (1 - p));
    this.purposes = new long[layers];
    for (int layer = 0; layer < layers; layer++) {
      purposes[layer] = StreamKey.ofPurpose(seed, layer, PURPOSE);
    }
  }

  /** Drops some of the first {@code count} numbers. */
  void apply(float[] v, int count, int layer, long character) {
    if (p == 0f) {
      return;
    }
    long base = StreamKey.ofCycle(purposes[layer], character, 0);
    for (int i = 0; i < count; i++) {
      boolean drops = RandomStream.unitFloat(RandomStream.word(base, i)) < p;
      v[i] = drops ? 0f : v[i] * scale;
    }
  }
}
