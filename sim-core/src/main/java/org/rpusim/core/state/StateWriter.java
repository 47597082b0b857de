package org.rpusim.core.state;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes numbers and texts as little-endian bytes; {@link StateReader} reads them back in the same
 * order. The stream stays open, and is complete after {@link #flush}.
 */
public final class StateWriter {
  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream out;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /** A writer to a stream. */
  public StateWriter(OutputStream out) {
    this.out = out;
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  /**
   * Passes everything on to the stream.
   *
   * @throws UncheckedIOException if the stream cannot take it
   */
  public void flush() {
    try {
      out.write(buffer.array(), 0, buffer.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.clear();
  }

  /** What follows belongs to this name, which the reader must expect. */
  public StateWriter section(String name) {
    return put(name);
  }

  /** Writes 8 bytes. */
  public StateWriter put(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  /** Writes 4 bytes. */
  public StateWriter put(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  /** Writes the 8 bytes of a number's bits. */
  public StateWriter put(double value) {
    return put(Double.doubleToRawLongBits(value));
  }

  /** Writes the 4 bytes of a number's bits. */
  public StateWriter put(float value) {
    return put(Float.floatToRawIntBits(value));
  }

  /** Writes 1 byte: 1 or 0. */
  public StateWriter put(boolean value) {
    room(1).put((byte) (value ? 1 : 0));
    return this;
  }

  /**
   * Writes a text: the number of its bytes in UTF-8, then these.
   *
   * @throws IllegalArgumentException if it has more than {@value StateReader#MOST_TEXT_BYTES}
   */
  public StateWriter put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > StateReader.MOST_TEXT_BYTES) {
      throw new IllegalArgumentException("a text of " + bytes.length + " bytes is too long");
    }
    put(bytes.length);
    room(bytes.length).put(bytes);
    return this;
  }

  /** Writes how many there are, then the numbers. */
  public StateWriter put(long[] values) {
    put(values.length);
    for (long value : values) {
      put(value);
    }
    return this;
  }

  /** Writes how many there are, then the numbers. */
  public StateWriter put(float[] values) {
    put(values.length);
    for (float value : values) {
      put(value);
    }
    return this;
  }
}
