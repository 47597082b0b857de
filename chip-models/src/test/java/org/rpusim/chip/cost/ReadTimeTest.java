package org.rpusim.chip.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;

final class ReadTimeTest {
  private static ReadTime of(String... settings) {
    return ReadTime.of(
        ChipPresets.load("gokmen2016-design2", Overrides.parse(List.of(settings))).spec());
  }

  /** P1: both bounds are a tenth at 4096 lines of 1.64 mm. */
  @Test
  void delayAndVoltageDropOfALineAreATenth() {
    double ohms = 0.36 * 1638.4;
    double farads = 0.2e-15 * 1638.4;
    assertThat(of().lineDelayPs()).isCloseTo(ohms * farads / 2 * 1e12, within(1e-9));
    assertThat(of().lineDelayPs()).isCloseTo(100, Percentage.withPercentage(4));
    assertThat(of().lineDropFraction()).isCloseTo(4096 * ohms / 24e6, within(1e-12));
    assertThat(of().lineDropFraction()).isCloseTo(0.1, Percentage.withPercentage(1));
  }

  @Test
  void thermalNoiseIsThatOfAllDevicesOfALine() {
    double charge = StrictMath.sqrt(2 * 1.380649e-23 * 300 * 2 * 4096 / 24e6 * 80e-9);
    double unit = 2 * 7.0 / 9 / 24e6 / 0.6 * 80e-9;
    assertThat(of().thermalNoise()).isCloseTo(charge / unit, Percentage.withPercentage(1e-9));
    assertThat(of().thermalNoise()).isBetween(0.05, 0.06);
  }

  @Test
  void theTimeAtEqualNoiseIsInProportionToTheLines() {
    double large = of().noiseTimePs();
    double small = of("tile.rows=512", "tile.columns=512").noiseTimePs();
    assertThat(small).isCloseTo(large / 8, Percentage.withPercentage(1e-9));
    String time = "tile.readTime=" + Math.round(large) + " ps";
    assertThat(of(time).thermalNoise()).isCloseTo(0.06, Percentage.withPercentage(1e-3));
    assertThat(of("device.readNoise=0").noiseTimePs()).isInfinite();
    assertThat(of("dac.bits=7").pulseTimePs()).isEqualTo(63_000);
  }
}
