package org.rpusim.chip.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
