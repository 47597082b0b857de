package org.rpusim.report.bench;

import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.CrossbarArrays;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;

/** Arrays as the chip of Gokmen & Vlasov 2016 has them, and inputs for them. */
public final class BenchArrays {
  private static final String CHIP = "gokmen2016-design2";

  private BenchArrays() {}

  /**
   * The chip with some keys changed; inputs have 7 bits unless they say otherwise.
   *
   * @param pairs {@code key=value}
   * @throws org.rpusim.chip.config.ConfigException if there is no such key or value
   */
  public static ChipSpec chip(List<String> pairs) {
    List<String> all = new ArrayList<>(List.of("dac.bits=7"));
    all.addAll(pairs);
    return ChipPresets.load(CHIP, Overrides.parse(all)).spec();
  }

  /**
   * An array of a chip's devices.
   *
   * @param arrayId number of the array, key of its random draws
   * @param layout of the weights in memory
   */
  public static CrossbarArray array(
      ChipSpec chip,
      int rows,
      int columns,
      int arrayId,
      long seed,
      WeightLayout layout,
      Kernels kernels) {
    return CrossbarArrays.create(
        chip.device(),
        chip.dac(),
        chip.adc(),
        chip.management(),
        chip.update(),
        rows,
        columns,
        arrayId,
        seed,
        layout,
        kernels);
  }

  /** Numbers uniform in ±bound. */
  public static float[] uniform(int n, float bound, long base) {
    float[] v = new float[n];
    for (int i = 0; i < n; i++) {
      v[i] = bound * (Streams.word(base, i) >> 40) * 0x1p-23f;
    }
    return v;
  }

  /** The same numbers with the other sign. */
  public static float[] negated(float[] v) {
    float[] opposite = new float[v.length];
    for (int i = 0; i < v.length; i++) {
      opposite[i] = -v[i];
    }
    return opposite;
  }
}
