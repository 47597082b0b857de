package org.rpusim.report.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.rpusim.workload.state.WholeFile;

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
  private static final int BUFFER_BYTES = 1 << 14;

  private PngFile() {}

  /**
   * Writes a picture; the same pixels give the same bytes.
   *
   * @param image of the type {@link BufferedImage#TYPE_INT_RGB}
   * @throws IOException if the file cannot be written
   */
  static void write(BufferedImage image, Path file) throws IOException {
    byte[] content = bytes(image);
    WholeFile.writeUnforced(file, out -> out.write(content));
  }

  /** The content of a file. */
  static byte[] bytes(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(image.getWidth()).putInt(image.getHeight()).put(BITS).put(RGB);
    chunk(out, "IHDR", header.array(), HEADER_BYTES);
    byte[] packed = packed(image);
    chunk(out, "IDAT", packed, packed.length);
    chunk(out, "IEND", new byte[0], 0);
    return out.toByteArray();
  }

  /** Line by line, as a picture of many megabytes need not be in memory twice. */
  private static byte[] packed(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    byte[] line = new byte[1 + BYTES_PER_PIXEL * width];
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream packing = new DeflaterOutputStream(out, deflater, BUFFER_BYTES)) {
      for (int y = 0; y < image.getHeight(); y++) {
        filter(pixels, y, width, line);
        packing.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail as files do
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  /** A line as its difference from the one above, the number of the filter before it. */
  private static void filter(int[] pixels, int y, int width, byte[] line) {
    line[0] = FILTER_UP;
    int from = y * width;
    int first =
        y == 0 ? 0 : Arrays.mismatch(pixels, from, from + width, pixels, from - width, from);
    int same = first < 0 ? width : first; // most of a chart's lines are as those above
    Arrays.fill(line, 1, 1 + BYTES_PER_PIXEL * same, (byte) 0);
    int at = 1 + BYTES_PER_PIXEL * same;
    for (int x = from + same; x < from + width; x++) {
      int pixel = pixels[x];
      int above = y == 0 ? 0 : pixels[x - width];
      line[at] = (byte) ((pixel >> 16) - (above >> 16));
      line[at + 1] = (byte) ((pixel >> 8) - (above >> 8));
      line[at + 2] = (byte) (pixel - above);
      at += BYTES_PER_PIXEL;
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
