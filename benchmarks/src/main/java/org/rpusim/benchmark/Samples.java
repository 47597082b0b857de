package org.rpusim.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rpusim.chip.math.Streams;

/** Training samples of 784 pixels in 0..1 with labels 0..9. */
final class Samples {
  static final int PIXELS = 784;

  private final float[] pixels;
  private final byte[] labels;

  private Samples(float[] pixels, byte[] labels) {
    this.pixels = pixels;
    this.labels = labels;
  }

  int count() {
    return labels.length;
  }

  /** All pixels, one sample after the other. */
  float[] pixels() {
    return pixels;
  }

  /** One label a sample. */
  byte[] labels() {
    return labels;
  }

  /** Samples whose pixels are on with MNIST's density, 19 %, around a prototype for each label. */
  static Samples random(int count) {
    float[] pixels = new float[count * PIXELS];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) Long.remainderUnsigned(Streams.word(1, i), 10);
      for (int j = 0; j < PIXELS; j++) {
        long shape = Streams.word(2, (long) labels[i] * PIXELS + j);
        long word = Streams.word(3, (long) i * PIXELS + j);
        boolean on = (shape & 255) < 40 ? (word & 255) < 200 : (word & 255) < 15;
        pixels[i * PIXELS + j] = on ? (word >>> 40) * 0x1p-24f : 0f;
      }
    }
    return new Samples(pixels, labels);
  }

  /** MNIST's files of one set, {@code train} or {@code t10k}, unpacked in a folder. */
  static Samples mnist(Path folder, String set) throws IOException {
    byte[] images = Files.readAllBytes(folder.resolve(set + "-images-idx3-ubyte"));
    byte[] labels = Files.readAllBytes(folder.resolve(set + "-labels-idx1-ubyte"));
    int count = labels.length - 8;
    float[] pixels = new float[count * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (images[i + 16] & 255) / 255f;
    }
    byte[] own = new byte[count];
    System.arraycopy(labels, 8, own, 0, count);
    return new Samples(pixels, own);
  }
}
