package org.rpusim.core.random;

/** Random orders, for the samples of an epoch. */
public final class Permutation {
  private Permutation() {}

  /**
   * Fills an array with a permutation of 0 to length − 1, every one equally likely as far as 64
   * bits of base allow (Fisher–Yates, inside out).
   *
   * @param order overwritten
   * @param base base of the stream to draw from, see {@link StreamKey}
   */
  public static void fill(int[] order, long base) {
    RandomStream stream = new RandomStream(base);
    for (int i = 0; i < order.length; i++) {
      int j = stream.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }
}
