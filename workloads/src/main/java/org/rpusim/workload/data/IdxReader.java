package org.rpusim.workload.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.rpusim.chip.config.ConfigException;

/**
 * Reads IDX files of unsigned bytes, plain or gzipped (told by their first bytes, not by their
 * name). Memory is taken as bytes arrive, so that a false header costs nothing.
 */
public final class IdxReader {
  private static final int LABELS_MAGIC = 0x0801;
  private static final int IMAGES_MAGIC = 0x0803;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final long MOST_BYTES = 1L << 29;
  private static final String ANOTHER_FILE = "Maybe the file is another one or damaged.";

  /**
   * Images, one after the other.
   *
   * @param count number of images
   * @param height rows of an image
   * @param width columns of an image
   * @param pixels {@code count × height × width} unsigned bytes
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Images(int count, int height, int width, byte[] pixels) {}

  private IdxReader() {}

  /**
   * Reads images.
   *
   * @throws ConfigException if the file is unreadable, no image file, truncated or too long
   */
  static Images images(Path file) {
    try (InputStream in = open(file)) {
      return images(file.toString(), in);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Reads labels, one unsigned byte each.
   *
   * @throws ConfigException if the file is unreadable, no label file, truncated or too long
   */
  static byte[] labels(Path file) {
    try (InputStream in = open(file)) {
      return labels(file.toString(), in);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static Images images(String name, InputStream in) throws IOException {
    ByteBuffer header = header(name, in, IMAGES_MAGIC, "images", 3);
    int count = header.getInt();
    int height = header.getInt();
    int width = header.getInt();
    String claim = count + " images of " + height + " x " + width + " pixels";
    long bytes = count < 0 || height < 1 || width < 1 ? -1 : product(count, height, width);
    return new Images(count, height, width, body(name, in, claim, bytes));
  }

  static byte[] labels(String name, InputStream in) throws IOException {
    int count = header(name, in, LABELS_MAGIC, "labels", 1).getInt();
    return body(name, in, count + " labels", count);
  }

  /** The product, or a number above {@link #MOST_BYTES} where it is one. */
  private static long product(int count, int height, int width) {
    long pixels = (long) height * width;
    return pixels > MOST_BYTES ? Long.MAX_VALUE : pixels * count;
  }

  private static ByteBuffer header(
      String name, InputStream in, int magic, String what, int dimensions) throws IOException {
    byte[] bytes = in.readNBytes(Integer.BYTES * (1 + dimensions));
    if (bytes.length < Integer.BYTES) {
      throw new ConfigException(
          name + " is no IDX file of " + what + ": it has only " + bytes.length + " bytes.",
          ANOTHER_FILE);
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int found = header.getInt();
    if (found != magic) {
      throw new ConfigException(
          String.format(
              "%s is no IDX file of %s: it begins with 0x%08x, but must begin with 0x%08x.",
              name, what, found, magic),
          found == IMAGES_MAGIC || found == LABELS_MAGIC
              ? "Maybe images and labels are swapped."
              : ANOTHER_FILE);
    }
    if (header.remaining() < Integer.BYTES * dimensions) {
      throw new ConfigException(name + " ends within its header.", ANOTHER_FILE);
    }
    return header;
  }

  private static byte[] body(String name, InputStream in, String claim, long bytes)
      throws IOException {
    if (bytes < 0 || bytes > MOST_BYTES) {
      throw new ConfigException(
          name + " claims " + claim + ", but must hold 0 to " + MOST_BYTES + " bytes of them.",
          ANOTHER_FILE);
    }
    // Grows with what is read: a header that claims much takes no memory for it.
    byte[] body = in.readNBytes((int) bytes);
    if (body.length < bytes) {
      throw new ConfigException(
          name
              + " is truncated: it claims "
              + claim
              + ", "
              + bytes
              + " bytes, but has "
              + body.length
              + ".",
          ANOTHER_FILE);
    }
    if (in.read() >= 0) {
      throw new ConfigException(
          name + " is longer than its " + claim + " take, " + bytes + " bytes.", ANOTHER_FILE);
    }
    return body;
  }

  private static InputStream open(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      in.mark(2);
      boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
      in.reset();
      return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The error for a file that does not let itself be read. */
  static ConfigException unreadable(Path file, IOException e) {
    if (e instanceof AccessDeniedException) {
      return new ConfigException(
          file + " may not be read: permission denied.",
          "Maybe the permissions of the file are to be changed.");
    }
    String reason =
        e instanceof EOFException
            ? "its gzip data is truncated"
            : e instanceof java.util.zip.ZipException
                ? "its gzip data is damaged"
                : e.getClass().getSimpleName();
    return new ConfigException(file + " cannot be read: " + reason + ".", ANOTHER_FILE);
  }
}
