package org.rpusim.report.bench;

import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.ManagementSpec.BoundManagement;

/**
 * The perceptron of P1 on arrays, functions only: no events, time or energy. Batch size 1, strict
 * SGD, sigmoid and softmax, with the devices, converters and management of a chip.
 */
public final class FunctionalPerceptron {
  private static final int[] SIZES = {784, 256, 128, 10};
  private static final int LAYERS = SIZES.length - 1;

  private final Kernels kernels;
  private final int maxHalvings;
  private final CrossbarArray[] arrays = new CrossbarArray[LAYERS];
  private final float[][] inputs = new float[LAYERS + 1][];
  private final float[][] deltas = new float[LAYERS + 1][];
  private final ReadOutcome read = new ReadOutcome();
  private final UpdateOutcome update = new UpdateOutcome();
  private long cycle;
  private long retries;
  private long coincidences;

  /**
   * A network with initial weights uniform in ±1/sqrt(inputs).
   *
   * @param chip whose devices, converters, management and updates its arrays have
   */
  public FunctionalPerceptron(ChipSpec chip, long seed, Kernels kernels) {
    this.kernels = kernels;
    maxHalvings =
        chip.management().boundForward() == BoundManagement.OFF
            ? 0
            : chip.management().maxHalvings();
    for (int i = 0; i < LAYERS; i++) {
      int columns = SIZES[i] + 1;
      // Pixels are mostly zero, hidden activations never.
      WeightLayout layout = i == 0 ? WeightLayout.INPUT_MAJOR : WeightLayout.ROW_MAJOR;
      arrays[i] = BenchArrays.array(chip, SIZES[i + 1], columns, i, seed, layout, kernels);
      long base = Streams.ofCycle(Streams.ofPurpose(seed, i, 100), 0, 0);
      for (int row = 0; row < SIZES[i + 1]; row++) {
        for (int column = 0; column < columns; column++) {
          float u = (Streams.word(base, (long) row * columns + column) >> 40) * 0x1p-23f;
          arrays[i].setWeight(row, column, u / (float) Math.sqrt(columns));
        }
      }
    }
    for (int i = 0; i <= LAYERS; i++) {
      inputs[i] = new float[SIZES[i] + 1];
      inputs[i][SIZES[i]] = 1f;
      deltas[i] = new float[SIZES[i] + 1];
    }
  }

  /** Reads forward and returns the place of the largest output. */
  private int forward(float[] pixels, int offset) {
    System.arraycopy(pixels, offset, inputs[0], 0, SIZES[0]);
    for (int i = 0; i < LAYERS; i++) {
      int attempt = 0;
      do {
        arrays[i].readForward(inputs[i], 0, inputs[i + 1], 0, cycle, attempt, read);
        attempt++;
      } while (read.saturatedOutputs > 0 && attempt <= maxHalvings);
      retries += attempt - 1;
      if (i < LAYERS - 1) {
        kernels.sigmoid(inputs[i + 1], 0, SIZES[i + 1]);
      }
    }
    int best = 0;
    for (int i = 1; i < SIZES[LAYERS]; i++) {
      best = inputs[LAYERS][i] > inputs[LAYERS][best] ? i : best;
    }
    return best;
  }

  /** Trains with a sample by its number, from the first again behind the last. */
  public float train(Samples samples, long number, float rate) {
    int sample = (int) (number % samples.count());
    return train(samples.pixels(), sample * Samples.PIXELS, samples.labels()[sample], rate);
  }

  /**
   * One sample of training.
   *
   * @param pixels 784 inputs from {@code offset}
   * @param rate learning rate
   * @return the sample's loss, nats
   */
  public float train(float[] pixels, int offset, int label, float rate) {
    forward(pixels, offset);
    float loss =
        kernels.softmaxCrossEntropy(inputs[LAYERS], 0, SIZES[LAYERS], label, deltas[LAYERS], 0);
    for (int i = LAYERS - 1; i >= 0; i--) {
      if (i > 0) {
        arrays[i].readBackward(deltas[i + 1], 0, deltas[i], 0, cycle, 0, read);
        kernels.sigmoidGradient(inputs[i], 0, deltas[i], 0, SIZES[i]);
      }
      arrays[i].update(inputs[i], 0, deltas[i + 1], 0, rate, cycle, update);
      coincidences += update.coincidences;
    }
    cycle++;
    return loss;
  }

  /** Whether a sample is classified rightly. */
  public boolean test(float[] pixels, int offset, int label) {
    boolean right = forward(pixels, offset) == label;
    cycle++;
    return right;
  }

  /** Bound-management retries so far. */
  public long retries() {
    return retries;
  }

  /** Coincidences so far. */
  public long coincidences() {
    return coincidences;
  }

  /** A number that any changed weight changes. */
  public long checksum() {
    long sum = 0;
    for (int i = 0; i < LAYERS; i++) {
      for (int row = 0; row < arrays[i].rows(); row++) {
        for (int column = 0; column < arrays[i].columns(); column++) {
          sum = Streams.mix64(sum + Float.floatToRawIntBits(arrays[i].weight(row, column)));
        }
      }
    }
    return sum;
  }
}
