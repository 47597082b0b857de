package org.rpusim.core.engine;

import java.util.Arrays;

/** Writes numbers into few bytes, one sequence of bytes for one sequence of numbers. */
final class PackedNumbers {
  private static final int MOST_BYTES = 10;
  private static final int GROUP_BITS = 7;
  private static final long GROUP = (1 << GROUP_BITS) - 1;

  private byte[] bytes = new byte[1024];
  private int size;

  /** Packs the first numbers; a run of zeros is a zero and its length. */
  byte[] pack(long[] numbers, int count) {
    for (int i = 0; i < count; i++) {
      if (numbers[i] == 0) {
        int first = i;
        while (i + 1 < count && numbers[i + 1] == 0) {
          i++;
        }
        put(0);
        put(i - first);
      } else {
        put((numbers[i] << 1) ^ (numbers[i] >> (Long.SIZE - 1)));
      }
    }
    return Arrays.copyOf(bytes, size);
  }

  private void put(long number) {
    if (bytes.length - size < MOST_BYTES) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    long left = number;
    while ((left & ~GROUP) != 0) {
      bytes[size++] = (byte) ((left & GROUP) | (GROUP + 1));
      left >>>= GROUP_BITS;
    }
    bytes[size++] = (byte) left;
  }
}
