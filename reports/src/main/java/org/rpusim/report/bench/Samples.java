package org.rpusim.report.bench;

import org.rpusim.chip.math.Streams;
import org.rpusim.workload.data.DataSet;

/** Training samples of 784 pixels in 0..1 with labels 0..9. */
public final class Samples {
  /** Numbers of a sample. */
  public static final int PIXELS = 784;

  private final float[] pixels;
  private final byte[] labels;

  private Samples(float[] pixels, byte[] labels) {
    this.pixels = pixels;
    this.labels = labels;
  }

  /** Number of samples. */
  public int count() {
    return labels.length;
  }

  /** All pixels, one sample after the other. */
  public float[] pixels() {
    return pixels;
  }

  /** One label a sample. */
  public byte[] labels() {
    return labels;
  }

  /** Samples whose pixels are on with MNIST's density, 19 %, around a prototype for each label. */
  public static Samples random(int count) {
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

  /** The training samples of a data set of 784 inputs. */
  public static Samples training(DataSet data) {
    return of(data.trainingInputs(), data.trainingLabels(), data.scale());
  }

  /** The test samples of a data set of 784 inputs. */
  public static Samples test(DataSet data) {
    return of(data.testInputs(), data.testLabels(), data.scale());
  }

  private static Samples of(byte[] values, byte[] labels, float scale) {
    float[] pixels = new float[labels.length * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (values[i] & 255) * scale;
    }
    return new Samples(pixels, labels.clone());
  }
}
