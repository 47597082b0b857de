package org.rpusim.workload.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes small IDX files for tests. */
final class IdxFiles {
  private IdxFiles() {}

  static byte[] images(int count, int height, int width) {
    return bytes(count * height * width, 0x0803, count, height, width);
  }

  static byte[] labels(int count) {
    return bytes(count, 0x0801, count);
  }

  /** A file of some body bytes 0, 1, … 9, 0, … behind a header of integers. */
  static byte[] bytes(int body, int... header) {
    ByteBuffer file = ByteBuffer.allocate(Integer.BYTES * header.length + body);
    for (int word : header) {
      file.putInt(word);
    }
    for (int i = 0; i < body; i++) {
      file.put((byte) (i % 10));
    }
    return file.array();
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static void writeSet(Path folder, int training, int test) throws IOException {
    Files.write(folder.resolve(MnistFiles.TRAINING_IMAGES), images(training, 28, 28));
    Files.write(folder.resolve(MnistFiles.TRAINING_LABELS), labels(training));
    Files.write(folder.resolve(MnistFiles.TEST_IMAGES + ".gz"), gzip(images(test, 28, 28)));
    Files.write(folder.resolve(MnistFiles.TEST_LABELS + ".gz"), gzip(labels(test)));
  }
}
