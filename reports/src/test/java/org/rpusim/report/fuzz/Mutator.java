package org.rpusim.report.fuzz;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;

/** Damages bytes in the ways that break readers. */
final class Mutator {
  private static final ImmutableList<String> WORDS =
      ImmutableList.of(
          "1e999999999",
          "-1e-999999999",
          "9999999999999999999999",
          "NaN",
          ".inf",
          "-0",
          "0x7f",
          "1e400",
          "&a",
          "*a",
          "<<: *a",
          "!!java.lang.Runtime {}",
          "{{{{{{{{{{{{{{{{",
          "[[[[[[[[[[",
          "- - - - - - - - - - - -",
          "? ",
          "|\n",
          "---\n",
          "\u0000",
          "\ufeff",
          "\u2028",
          "\"",
          "'",
          "../../../etc/passwd",
          "/dev/zero",
          "/dev/full",
          "null",
          "~",
          "auto",
          "off",
          "%",
          "ns",
          "4 096 ns",
          "1_000_000_000",
          "extends: x",
          "0..999999999",
          "1 ns..9 s in 999999999 log",
          "[1, 1e999]",
          ":",
          ": :",
          ",",
          "#",
          "\t",
          "\n",
          "\r\n");
  private static final int[] NUMBERS = {
    0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 30, 0x7fff0000, 0xff, 65536
  };

  private final long base;
  private long next;

  Mutator(long seed) {
    base = StreamKey.base(seed, 0, 0, 0, 0);
  }

  /** A uniform integer, both ends included. */
  int between(int low, int high) {
    return low + (int) Long.remainderUnsigned(RandomStream.word(base, next++), high - low + 1L);
  }

  /** A copy with one to four kinds of damage. */
  byte[] damage(byte[] good) {
    byte[] bytes = good.clone();
    for (int i = between(1, 4); i > 0 && bytes.length > 0; i--) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = between(0, bytes.length - 1);
    int length = between(0, Math.min(40, bytes.length - at));
    return switch (between(0, 7)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> splice(bytes, at, at + length, new byte[0]);
      case 2 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
      case 3 -> splice(bytes, at, at + 1, new byte[] {(byte) between(0, 255)});
      case 4, 5 -> splice(bytes, at, at + length / 4, word());
      case 6 -> number(bytes, at, ByteOrder.LITTLE_ENDIAN);
      default -> number(bytes, at, ByteOrder.BIG_ENDIAN);
    };
  }

  private byte[] word() {
    return WORDS.get(between(0, WORDS.size() - 1)).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] number(byte[] bytes, int at, ByteOrder order) {
    if (at + Integer.BYTES <= bytes.length) {
      int value = NUMBERS[between(0, NUMBERS.length - 1)];
      ByteBuffer.wrap(bytes).order(order).putInt(at, value);
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] between) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(between);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
