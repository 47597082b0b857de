package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Network;

class NetworkArraysTest {
  @Test
  void moreLinesThanAnArrayHasIsWrongInput() {
    ChipSpec chip = TestCases.chip("tile.rows=65536", "tile.columns=65536");
    Network network = TestCases.workload(1, 1, 0.01, 4, 32_768, 10).network();
    Mapping mapping = Mapper.map(network, chip);
    Kernels kernels = Kernels.of("scalar");
    assertThatThrownBy(() -> NetworkArrays.create(mapping, 1, kernels))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "Layer W1 has 32768 lines a side on one tile, and trainings compute with at most"
                + " 32767.\nMaybe --set tile.rows=32767 tile.columns=32767, or"
                + " workload.timingOnly=true.");
  }
}
