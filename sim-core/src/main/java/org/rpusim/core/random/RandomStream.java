package org.rpusim.core.random;

/**
 * A stream of 64-bit words on SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
 * number generators", OOPSLA 2014, with Stafford's mixing constants): word i of the stream with
 * base s is the i-th number of that generator seeded with s. As any word is computed alone, vector
 * kernels and scalar code that skip words, or take them in another order, draw the same numbers.
 *
 * <p>An instance walks along one stream; {@link #word} is the stateless form.
 */
public final class RandomStream {
  /** 2^64 divided by the golden ratio, odd: the distance of neighbouring counters. */
  public static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private static final float TWO_POW_MINUS_24 = 0x1p-24f;

  private final long base;
  private long index;

  /**
   * Starts at word 0 of a stream.
   *
   * @param base any number; {@link StreamKey} derives bases that are unrelated to each other
   */
  public RandomStream(long base) {
    this.base = base;
  }

  /** Word number {@code index} (from 0) of the stream with the given base. */
  public static long word(long base, long index) {
    return mix64(base + (index + 1) * GOLDEN_GAMMA);
  }

  /** A bijection of 64-bit words of which each input bit changes about half of the output bits. */
  public static long mix64(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A float in [0, 1) from the upper 24 bits of a word, each of the 2^24 values equally likely. */
  public static float unitFloat(long word) {
    return (word >>> 40) * TWO_POW_MINUS_24;
  }

  /**
   * A float in [low, high) from the upper 24 bits of a word.
   *
   * @throws IllegalArgumentException if not low &lt; high, both finite
   */
  public static float uniformFloat(long word, float low, float high) {
    if (!(low < high) || !Float.isFinite(low) || !Float.isFinite(high)) {
      throw new IllegalArgumentException(
          "Not an interval: [" + low + ", " + high + "). Maybe the bounds are swapped.");
    }
    float value = (float) (low + ((double) high - low) * unitFloat(word));
    return value < high ? value : Math.nextDown(high); // the sum may round up to the open end
  }

  /** The next word. */
  public long nextLong() {
    return word(base, index++);
  }

  /**
   * An integer in [0, bound), every one equally likely; takes one word, rarely more (Lemire, "Fast
   * random integer generation in an interval", ACM TOMACS 2019).
   *
   * @throws IllegalArgumentException if bound is below 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("A bound must be 1 or more, not " + bound);
    }
    long product = (nextLong() >>> 32) * bound;
    if (Integer.compareUnsigned((int) product, bound) < 0) {
      int threshold = Integer.remainderUnsigned(-bound, bound);
      while (Integer.compareUnsigned((int) product, threshold) < 0) {
        product = (nextLong() >>> 32) * bound;
      }
    }
    return (int) (product >>> 32);
  }
}
