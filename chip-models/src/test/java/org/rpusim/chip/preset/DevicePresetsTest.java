package org.rpusim.chip.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.DeviceSpec;

class DevicePresetsTest {
  @TempDir Path folder = Path.of("");

  private static Configured<ChipSpec> chip(String name, String... sets) {
    return ChipPresets.load(name, Overrides.parse(List.of(sets)));
  }

  /** A name after {@code device} was lost once where another of its keys followed. */
  @Test
  void aDevicesNameAndItsKeysGoTogetherInAnyOrder() {
    ChipSpec preset =
        chip("gokmen2016-design2", "device.preset=ideal", "device.dwMin=0.002").spec();
    assertThat(preset.device().kind()).isEqualTo("ideal");
    assertThat(chip("gokmen2016-design2", "device=ideal", "device.dwMin=0.002").spec())
        .isEqualTo(preset);
    assertThat(chip("gokmen2016-design2", "device.dwMin=0.002", "device=ideal").spec())
        .isEqualTo(preset);
    assertThatThrownBy(() -> chip("gokmen2016-design2", "device=floating-point", "device.dead=0.5"))
        .hasMessageStartingWith("--set device.dead is no key;");
  }

  @Test
  void aDevicesNameInAFileGoesWithKeysOfTheCommandLine() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "extends: gokmen2016-design2\ndevice: soft-bounds\n");
    DeviceSpec device = chip(file.toString(), "device.dwMin=0.002").spec().device();
    assertThat(device.kind()).isEqualTo("soft-bounds");
    assertThat(device.dwMin()).isEqualTo(0.002);
  }

  /** The preset of the chip once replaced what was fitted, so that the table gave shapes alone. */
  @Test
  void aMeasuredDeviceOnAPresetChipHasTheStepsAndSpreadsOfItsTable() throws IOException {
    Path table = folder.resolve("steps.csv");
    StringBuilder text = new StringBuilder("trace,direction,pulse,conductance\n");
    for (int trace = 0; trace < 2; trace++) {
      for (int pulse = 0; pulse <= 100; pulse++) {
        text.append(trace).append(",up,").append(pulse).append(',').append(100 + pulse);
        text.append('\n');
      }
      for (int pulse = 0; pulse <= 50; pulse++) {
        text.append(trace).append(",down,").append(pulse).append(',').append(200 - 2 * pulse);
        text.append('\n');
      }
    }
    Files.writeString(table, text);
    String[] measured = {"device.kind=measured", "device.table=" + table, "device.readNoise=0.01"};
    DeviceSpec device = chip("gokmen2016-design2", measured).spec().device();
    assertThat(device.dwMin()).isCloseTo(1.5 / 50 * 0.6, within(1e-6));
    assertThat(device.upDownRatio()).isCloseTo(0.5, within(1e-6));
    assertThat(device.dwMinDeviceToDevice()).isCloseTo(0, within(1e-6));
    assertThat(device.dwMinCycleToCycle()).isCloseTo(0, within(1e-3));
    assertThat(device.upDownDeviceToDevice()).isCloseTo(0, within(1e-6));
    assertThat(device.weightBoundDeviceToDevice()).isCloseTo(0, within(1e-6));
    assertThat(device.readNoise()).isEqualTo(0.01);
    Path own = folder.resolve("own.yaml");
    Files.writeString(
        own,
        """
        extends: gokmen2016-design2
        device:
          kind: measured
          table: steps.csv
          dwMinCycleToCycle: 0.2
        """);
    DeviceSpec given = chip(own.toString()).spec().device();
    assertThat(given.dwMin()).isEqualTo(device.dwMin());
    assertThat(given.dwMinCycleToCycle()).isEqualTo(0.2);
    assertThat(given.readNoise()).isEqualTo(0.06);
  }

  @Test
  void namesThatCannotBeFilesAreNotTakenForThem() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "extends: other.yaml\n");
    assertThatThrownBy(() -> chip(file.toString()))
        .hasMessageContaining("extends is other.yaml, which is no chip preset;")
        .hasMessageEndingWith(
            "\nMaybe copy the other file's keys into this one: only presets can be" + " extended.");
    assertThatThrownBy(() -> chip("gokmen2016-design2", "device=measured"))
        .hasMessageContaining("is measured, which is no device;")
        .hasMessageEndingWith(
            "\nMaybe device.kind is meant: it takes kinds that are no presets too.");
  }
}
