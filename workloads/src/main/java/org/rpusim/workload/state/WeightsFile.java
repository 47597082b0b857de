package org.rpusim.workload.state;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.core.state.StateException;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;

/** Saved weights: {@code weights.bin} of a run folder. docs/formats.md lays its bytes down. */
public final class WeightsFile {
  /** Name in a run folder. */
  public static final String NAME = "weights.bin";

  private static final SealedFile FORMAT = new SealedFile("RPUSIM-W", 1, "weights file");
  private static final int MOST_LAYERS = 100_000;
  private static final int MOST_LINES = 1 << 30;
  private static final int CHUNK = 1 << 16;

  private WeightsFile() {}

  /**
   * Writes a file whole.
   *
   * @throws IOException if it cannot be written; then what was there before still is
   */
  public static void write(Path file, NetworkWeights weights) throws IOException {
    FORMAT.write(file, out -> write(out, weights));
  }

  private static void write(StateWriter out, NetworkWeights weights) {
    out.put(weights.layers().size());
    for (LayerWeights layer : weights.layers()) {
      out.put(layer.name()).put(layer.rows()).put(layer.columns()).put(layer.devicesPerWeight());
      for (float value : layer.values()) {
        out.put(value);
      }
    }
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException if it is missing, no weights file, of another version, or damaged
   */
  public static NetworkWeights read(Path file) {
    return FORMAT.read(file, WeightsFile::read);
  }

  private static NetworkWeights read(StateReader in) {
    int count = in.intNumber(0, MOST_LAYERS);
    ImmutableList.Builder<LayerWeights> layers = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      String name = in.text();
      int rows = in.intNumber(1, MOST_LINES);
      int columns = in.intNumber(1, MOST_LINES);
      int devices = in.intNumber(1, MOST_LINES);
      float[] values = values(in, name, rows, columns, devices);
      layers.add(new LayerWeights(name, rows, columns, devices, values));
    }
    return new NetworkWeights(layers.build());
  }

  /** The array grows as numbers arrive: a false claim costs nothing. */
  private static float[] values(StateReader in, String name, int rows, int columns, int devices) {
    long perDevice = (long) rows * columns;
    if (perDevice > Integer.MAX_VALUE - 8 || perDevice * devices > Integer.MAX_VALUE - 8) {
      throw new StateException("layer " + name + " claims too many weights");
    }
    int count = (int) (perDevice * devices);
    float[] values = new float[Math.min(count, CHUNK)];
    for (int i = 0; i < count; i++) {
      if (i == values.length) {
        values = Arrays.copyOf(values, (int) Math.min(count, 2L * i));
      }
      values[i] = in.floatNumber();
      if (!Float.isFinite(values[i])) {
        throw new StateException("layer " + name + " holds a weight that is no finite number");
      }
    }
    return values;
  }
}
