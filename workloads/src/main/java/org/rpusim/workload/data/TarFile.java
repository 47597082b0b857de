package org.rpusim.workload.data;

import com.google.common.collect.ImmutableMap;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/**
 * Takes wanted files out of a gzipped tar archive (POSIX ustar). Names in the archive are compared,
 * never used as paths, so that no archive can write elsewhere.
 */
final class TarFile {
  private static final int BLOCK = 512;
  private static final int NAME_BYTES = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_BYTES = 12;
  private static final int CHECKSUM_AT = 148;
  private static final int CHECKSUM_BYTES = 8;
  private static final int TYPE_AT = 156;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX_BYTES = 155;
  private static final int OCTAL = 8;

  private TarFile() {}

  /**
   * Writes the wanted files.
   *
   * @param wanted new files by their names in the archive
   * @param mostBytes most bytes of one file
   * @return how many of them the archive had
   * @throws IOException if it is damaged or truncated, or a wanted file is too large
   */
  static int extract(Path archive, ImmutableMap<String, Path> wanted, long mostBytes)
      throws IOException {
    int found = 0;
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive), 1 << 16))) {
      for (byte[] header = block(in); !isEnd(header); header = block(in)) {
        checkSum(header);
        long size = octal(header, SIZE_AT, SIZE_BYTES);
        Path target = isFile(header) ? wanted.get(name(header)) : null;
        if (target == null) {
          in.skipNBytes(padded(size));
        } else if (size > mostBytes) {
          throw new IOException(name(header) + " has " + size + " bytes");
        } else {
          copy(in, target, size);
          in.skipNBytes(padded(size) - size);
          found++;
        }
      }
    }
    return found;
  }

  private static void copy(InputStream in, Path target, long size) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      for (long left = size; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException("the archive ends within a file");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  private static byte[] block(InputStream in) throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    if (block.length < BLOCK) {
      throw new EOFException("the archive has no end");
    }
    return block;
  }

  private static boolean isEnd(byte[] header) {
    return header[0] == 0;
  }

  private static boolean isFile(byte[] header) {
    return header[TYPE_AT] == '0' || header[TYPE_AT] == 0;
  }

  private static long padded(long size) {
    return Math.ceilDiv(size, (long) BLOCK) * BLOCK;
  }

  private static String name(byte[] header) {
    String prefix = text(header, PREFIX_AT, PREFIX_BYTES);
    String name = text(header, 0, NAME_BYTES);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] header, int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.ISO_8859_1);
  }

  private static long octal(byte[] header, int at, int length) throws IOException {
    try {
      return Long.parseUnsignedLong(text(header, at, length).strip(), OCTAL);
    } catch (NumberFormatException e) {
      throw new IOException("the archive has a damaged header", e);
    }
  }

  /** The sum of a header's bytes, with blanks for the sum itself. */
  private static void checkSum(byte[] header) throws IOException {
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_BYTES;
      sum += own ? ' ' : Byte.toUnsignedInt(header[i]);
    }
    if (sum != octal(header, CHECKSUM_AT, CHECKSUM_BYTES)) {
      throw new IOException("the archive has a damaged header");
    }
  }
}
