package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.state.NetworkWeights;

/** Runs that are broken off, and what a resumed one must have in common with a whole one. */
final class BrokenOff {
  /** Breaks a run off without notice, as a kill does. */
  record Killer(long afterUnits) implements RunListener {
    @Override
    public void progress(long done, long total) {
      if (done >= afterUnits) {
        throw new CancellationException();
      }
    }
  }

  private BrokenOff() {}

  /** All figures, tables and weights, to the last bit. */
  static void assertSame(RunResult actual, RunResult expected) {
    assertThat(actual.metrics().values()).isEqualTo(expected.metrics().values());
    assertThat(actual.epochs()).isEqualTo(expected.epochs());
    assertThat(actual.layers()).isEqualTo(expected.layers());
    assertThat(actual.components()).isEqualTo(expected.components());
    assertThat(bits(actual)).isEqualTo(bits(expected));
  }

  /** The weights that a run left. */
  static NetworkWeights weights(RunResult result) {
    @Nullable NetworkWeights weights = result.weights();
    if (weights == null) {
      throw new AssertionError("no weights");
    }
    return weights;
  }

  private static ImmutableList<ImmutableList<Integer>> bits(RunResult result) {
    ImmutableList.Builder<ImmutableList<Integer>> layers = ImmutableList.builder();
    for (var layer : weights(result).layers()) {
      ImmutableList.Builder<Integer> bits = ImmutableList.builder();
      for (float value : layer.values()) {
        bits.add(Float.floatToRawIntBits(value));
      }
      layers.add(bits.build());
    }
    return layers.build();
  }
}
