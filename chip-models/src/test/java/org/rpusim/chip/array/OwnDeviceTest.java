package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.device.Devices;
import org.rpusim.chip.spec.DeviceSpec;

/** A device that is registered outside our jar, the example of the documentation. */
class OwnDeviceTest {
  @Test
  void itIsListedBesideOurs() {
    assertThat(Devices.names()).contains("constant-step", "quadratic-step");
    assertThat(Devices.description("quadratic-step")).contains("square");
  }

  @Test
  void itIsReadWithItsOwnKeysAndSteps() {
    DeviceSpec device = TestDevices.plain("quadratic-step", "curvature: 0.8");
    TestArrays setup = new TestArrays(device);
    setup.bitLength = 1;
    CrossbarArray array = setup.create(1, 1);
    array.setWeight(0, 0, 0.3f);
    array.update(new float[] {1f}, 0, new float[] {-1f}, 0, 0.001f, 0, new UpdateOutcome());
    assertThat((double) array.weight(0, 0))
        .isCloseTo(0.3 - 0.001 * (1 - 0.8 / 4), Offset.offset(1e-7));
  }

  @Test
  void keysOfOtherKindsAreRefusedWithTheNearestName() {
    assertThatThrownBy(() -> TestDevices.plain("quadratic-step", "curvatur: 0.8"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("device.curvatur is no key")
        .hasMessageContaining("Maybe device.curvature is meant.");
    assertThatThrownBy(() -> TestDevices.plain("soft-bounds", "slopeUp: 0.8"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("device.slopeUp is no key");
  }
}
