package org.rpusim.report.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes opaque pictures as PNG (ISO/IEC 15948): 8-bit red, green and blue, every line as its
 * difference from the one above. The writer of the Java library tries five filters on each line,
 * which takes longer in a fresh Java machine than all else of a short run.
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int HEADER_BYTES = 13;
  private static final byte BITS = 8;
  private static final byte RGB = 2;
  private static final byte FILTER_UP = 2;
  private static final int BYTES_PER_PIXEL = 3;

  private PngFile() {}

  /**
   * Writes a picture; the same pixels give the same bytes.
   *
   * @param image of the type {@link BufferedImage#TYPE_INT_RGB}
   * @throws IOException if the file cannot be written
   */
  static void write(BufferedImage image, Path file) throws IOException {
    Files.write(file, bytes(image));
  }

  /** The content of a file. */
  static byte[] bytes(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(image.getWidth()).putInt(image.getHeight()).put(BITS).put(RGB);
    chunk(out, "IHDR", header.array(), HEADER_BYTES);
    byte[] lines = lines(image);
    byte[] packed = new byte[lines.length + (lines.length >> 8) + 64];
    chunk(out, "IDAT", packed, pack(lines, packed));
    chunk(out, "IEND", packed, 0);
    return out.toByteArray();
  }

  /** Each line with the number of its filter before it. */
  private static byte[] lines(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    byte[] lines = new byte[image.getHeight() * (1 + BYTES_PER_PIXEL * width)];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      lines[at++] = FILTER_UP;
      for (int x = 0; x < width; x++) {
        int pixel = pixels[y * width + x];
        int above = y == 0 ? 0 : pixels[(y - 1) * width + x];
        if (pixel != above) { // most of a chart is paper
          lines[at] = (byte) ((pixel >> 16) - (above >> 16));
          lines[at + 1] = (byte) ((pixel >> 8) - (above >> 8));
          lines[at + 2] = (byte) (pixel - above);
        }
        at += BYTES_PER_PIXEL;
      }
    }
    return lines;
  }

  private static int pack(byte[] lines, byte[] packed) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(lines);
      deflater.finish();
      int length = 0;
      while (!deflater.finished()) {
        length += deflater.deflate(packed, length, packed.length - length);
      }
      return length;
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] data, int length) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    sum.update(data, 0, length);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    out.writeBytes(type);
    out.write(data, 0, length);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array());
  }
}
