package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.workload.preset.WorkloadPresets;

final class FastestKernelsTest {
  @Test
  void aShortRunDoesNotWaitForVectorKernels() {
    assertThat(fastest("mlp-digits", "workload.epochs=1")).isEqualTo("scalar");
    assertThat(fastest("mlp-mnist", "workload.epochs=1", "workload.samples=1000"))
        .isEqualTo("scalar");
  }

  @Test
  void aLongRunTakesVectorKernels() {
    assertThat(fastest("mlp-mnist", "workload.samples=60000")).isEqualTo(Kernels.best().name());
    assertThat(fastest("cnn-mnist", "workload.samples=2000")).isEqualTo(Kernels.best().name());
  }

  @Test
  void aNetworkOnManyChipsHasNoNumbersAndNoForecast() {
    assertThat(on("gokmen2016-cluster-design3", "dnn-1t")).isEqualTo(Kernels.best().name());
    assertThat(on("gokmen2017-uniform", "alexnet")).isEqualTo(Kernels.best().name());
  }

  private static String fastest(String workload, String... keys) {
    return on("gokmen2016-design2", workload, keys);
  }

  private static String on(String chip, String workload, String... keys) {
    Overrides overrides = Overrides.parse(List.of(keys));
    return FastestKernels.of(
        ChipPresets.load(chip, overrides).spec(),
        WorkloadPresets.load(workload, overrides).spec(),
        null);
  }
}
