package org.rpusim.chip.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DevicesTest {
  @Test
  void everyNameHasALineOfDescription() {
    assertThat(Devices.names()).containsSubsequence("constant-step", "ideal", "floating-point");
    for (String name : Devices.names()) {
      assertThat(Devices.description(name)).isNotBlank().doesNotContain("\n");
    }
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Devices.description("soft"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"soft\"")
        .hasMessageContaining("constant-step");
  }
}
