package org.rpusim.core.state;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a {@link StateWriter} wrote. Memory is taken for what the caller expects, never for
 * what the bytes claim.
 */
public final class StateReader {
  /** Longest text, bytes. */
  public static final int MOST_TEXT_BYTES = 4096;

  private final InputStream in;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(MOST_TEXT_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /** A reader of a stream; a buffered one is faster. */
  public StateReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next bytes.
   *
   * @throws StateException if there are fewer
   * @throws UncheckedIOException if the stream cannot be read
   */
  private ByteBuffer next(int bytes) {
    buffer.clear().limit(bytes);
    try {
      if (in.readNBytes(buffer.array(), 0, bytes) < bytes) {
        throw new StateException("it ends too early");
      }
    } catch (EOFException e) {
      throw new StateException("it ends too early");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer;
  }

  /**
   * Goes on to what belongs to a name.
   *
   * @throws StateException if another name stands here
   */
  public StateReader section(String name) {
    String found = text();
    if (!found.equals(name)) {
      throw new StateException("it holds \"" + found + "\" where \"" + name + "\" is expected");
    }
    return this;
  }

  /** Reads 8 bytes. */
  public long longNumber() {
    return next(Long.BYTES).getLong();
  }

  /** Reads 4 bytes. */
  public int intNumber() {
    return next(Integer.BYTES).getInt();
  }

  /**
   * Reads 4 bytes.
   *
   * @throws StateException if the number is not within these bounds
   */
  public int intNumber(int least, int most) {
    int value = intNumber();
    if (value < least || value > most) {
      throw new StateException(value + " stands where " + least + " to " + most + " is expected");
    }
    return value;
  }

  /**
   * Reads a count of 8 bytes.
   *
   * @throws StateException if it is negative
   */
  public long count() {
    long value = longNumber();
    if (value < 0) {
      throw new StateException(value + " stands where a count is expected");
    }
    return value;
  }

  /** Reads the 8 bytes of a number's bits. */
  public double doubleNumber() {
    return Double.longBitsToDouble(longNumber());
  }

  /** Reads the 4 bytes of a number's bits. */
  public float floatNumber() {
    return Float.intBitsToFloat(intNumber());
  }

  /**
   * Reads 1 byte.
   *
   * @throws StateException if it is neither 1 nor 0
   */
  public boolean truth() {
    byte value = next(1).get();
    if (value != 0 && value != 1) {
      throw new StateException(value + " stands where 0 or 1 is expected");
    }
    return value == 1;
  }

  /**
   * Reads a text.
   *
   * @throws StateException if it claims more than {@value #MOST_TEXT_BYTES} bytes
   */
  public String text() {
    int bytes = intNumber(0, MOST_TEXT_BYTES);
    next(bytes);
    return new String(buffer.array(), 0, bytes, StandardCharsets.UTF_8);
  }

  /**
   * Fills an array.
   *
   * @throws StateException if there are not as many numbers as it has room for
   */
  public void read(long[] values) {
    requireCount(values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = longNumber();
    }
  }

  /**
   * Fills an array.
   *
   * @throws StateException if there are not as many numbers as it has room for
   */
  public void read(float[] values) {
    requireCount(values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = floatNumber();
    }
  }

  /**
   * Reads how many of something follow.
   *
   * @throws StateException if they are not as many as expected
   */
  public void requireCount(int expected) {
    int found = intNumber();
    if (found != expected) {
      throw new StateException("it has " + found + " numbers where " + expected + " are expected");
    }
  }

  /**
   * Nothing may follow.
   *
   * @throws StateException if something does
   */
  public void requireEnd() {
    try {
      if (in.read() >= 0) {
        throw new StateException("it is longer than expected");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
