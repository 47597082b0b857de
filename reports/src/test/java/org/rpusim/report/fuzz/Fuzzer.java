package org.rpusim.report.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.rpusim.chip.config.ConfigException;

/**
 * Damages a good file again and again and has it read: it is understood, or refused in one
 * sentence, soon and with little memory. With {@code -Drpusim.fuzz=1000000} as many inputs in all
 * readers as that, else 10,000.
 */
final class Fuzzer {
  private static final int INPUTS = Integer.getInteger("rpusim.fuzz", 10_000);
  private static final long MOST_BYTES = 64L << 20;
  private static final long MOST_NANOS = 20_000_000_000L;
  private static final int SUM_BYTES = 32;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Path file;
  private final byte[] good;
  private final boolean sealed;

  /** Reads a file. */
  interface Reader {
    void read(Path file) throws IOException;
  }

  private Fuzzer(Path file, byte[] good, boolean sealed) {
    this.file = file;
    this.good = good;
    this.sealed = sealed;
  }

  /** A file that is fuzzed, with its good content. */
  static Fuzzer of(Path file, byte[] good) {
    return new Fuzzer(file, good, false);
  }

  /** A file that ends with the sum of its bytes, which is mended behind most kinds of damage. */
  static Fuzzer ofSealed(Path file, byte[] good) {
    return new Fuzzer(file, good, true);
  }

  /**
   * Tries a reader.
   *
   * @param percent its share of all inputs
   */
  void read(int percent, Reader reader) throws IOException {
    Files.write(file, good);
    reader.read(file);
    Mutator mutator = new Mutator(percent + file.getNameCount());
    long inputs = INPUTS * (long) percent / 100;
    long refused = 0;
    long start = System.nanoTime();
    for (long i = 0; i < inputs; i++) {
      byte[] bad = mutator.damage(good);
      Files.write(file, sealed && mutator.between(0, 3) > 0 ? sealed(bad) : bad);
      refused += isRefused(bad, reader) ? 1 : 0;
    }
    Files.write(file, good);
    assertThat(refused).isBetween(1L, inputs - 1);
    System.out.printf(
        "%s: %,d damaged inputs, %,d refused, %,d ms%n",
        file.getFileName(), inputs, refused, (System.nanoTime() - start) / 1_000_000);
  }

  private boolean isRefused(byte[] bad, Reader reader) throws IOException {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = System.nanoTime();
    boolean refused = false;
    try {
      reader.read(file);
    } catch (ConfigException e) {
      refused = true;
      String message = String.valueOf(e.getMessage());
      String[] lines = message.split("\n", -1);
      boolean sentence =
          lines[0].endsWith(".")
              && (lines.length == 1 || (lines.length == 2 && lines[1].startsWith("Maybe ")));
      assertThat(sentence).as(message).isTrue();
    } catch (RuntimeException | Error e) {
      throw new AssertionError("crash on " + Arrays.toString(bad), e);
    }
    if (THREADS.getCurrentThreadAllocatedBytes() - bytes >= MOST_BYTES
        || System.nanoTime() - nanos >= MOST_NANOS) {
      throw new AssertionError("too much memory or time for " + Arrays.toString(bad));
    }
    return refused;
  }

  /** With the check sum of the damaged content, so that the damage is read. */
  private static byte[] sealed(byte[] bytes) {
    if (bytes.length < SUM_BYTES) {
      return bytes;
    }
    int end = bytes.length - SUM_BYTES;
    byte[] sum = Hashing.sha256().hashBytes(bytes, 0, end).asBytes();
    return ByteBuffer.wrap(bytes.clone()).position(end).put(sum).array();
  }
}
