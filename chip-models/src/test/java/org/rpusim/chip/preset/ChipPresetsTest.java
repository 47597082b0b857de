package org.rpusim.chip.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Firmness;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.config.Parameter;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.DigitalSpec.Sharing;
import org.rpusim.chip.spec.ManagementSpec.BoundManagement;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;

final class ChipPresetsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void designTwoIsBuiltOfThePapersComponents() {
    ChipSpec chip = chip("gokmen2016-design2").spec();
    assertThat(chip.tiles()).isEqualTo(50);
    assertThat(chip.tile().readTimePs()).isEqualTo(80_000);
    assertThat(chip.tile().integratorWattsPerLine() * 4096).isEqualTo(0.7);
    assertThat(chip.tile().pulseGeneratorWattsPerLine() * 8192).isEqualTo(0.7);
    assertThat(chip.dac().bits()).isEqualTo(5);
    assertThat(chip.adc().bits()).isEqualTo(9);
    assertThat(chip.adc().conversionJoules()).isEqualTo(19.2e-12);
    assertThat(chip.update().bitLength()).isEqualTo(10);
    assertThat(chip.update().pulsePs()).isEqualTo(1000);
    assertThat(chip.management().noiseBackward()).isEqualTo(NoiseManagement.ABS_MAX);
    assertThat(chip.management().boundForward()).isEqualTo(BoundManagement.ITERATIVE);
    assertThat(chip.management().boundBackward()).isEqualTo(BoundManagement.OFF);
    assertThat(chip.digital().sharing()).isEqualTo(Sharing.PER_TILE);
    assertThat(chip.digital().operationsPerSecond()).isEqualTo(51.2e9);
    assertThat(chip.interconnect().bytesPerSecond()).isEqualTo(3e12);
  }

  @Test
  void theLineOfAListIsTheDescriptionOfTheChip() {
    for (String name : ChipPresets.names()) {
      assertThat(ChipPresets.description(name))
          .isEqualTo(ChipPresets.load(name, Overrides.NONE).spec().description());
    }
  }

  @Test
  void theResolvedFileReadsBackToTheSameChipAndTheSameText() throws IOException {
    for (String name : ChipPresets.names()) {
      Configured<ChipSpec> chip =
          chip(name, "adc.bits=off", "tile.rows=100", "tile.readTime=12.345 ns", "device=ideal");
      Path file = folder.resolve(name + ".yaml");
      Files.writeString(file, chip.resolution().yaml());
      Configured<ChipSpec> again = chip(file.toString());
      assertThat(again.spec()).isEqualTo(chip.spec());
      assertThat(again.resolution().yaml()).isEqualTo(chip.resolution().yaml());
      Files.writeString(file, chip.resolution().annotatedYaml());
      assertThat(chip(file.toString()).spec()).isEqualTo(chip.spec());
    }
  }

  @Test
  void theResolvedFileDoesNotDependOnTheLocale() {
    String text = chip("gokmen2016-design1").resolution().yaml();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(chip("gokmen2016-design1").resolution().yaml()).isEqualTo(text);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyValueOfAPresetSaysHowFirmItIs() {
    for (String name : ChipPresets.names()) {
      assertThat(chip(name).resolution().parameters())
          .filteredOn(parameter -> !parameter.path().matches("chip\\.(name|description)"))
          .allMatch(parameter -> parameter.firmness() != Firmness.GIVEN);
    }
  }

  @Test
  void aValueLaidOverAPresetIsGivenAndNotThePapers() {
    Parameter power = parameter(chip("gokmen2016-design1", "digital.unitPower=20 W"), "unitPower");
    assertThat(power.firmness()).isEqualTo(Firmness.GIVEN);
    assertThat(power.remark()).isEmpty();
    assertThat(power.origin()).isEqualTo("--set");
    Parameter paper = parameter(chip("gokmen2016-design1"), "unitPower");
    assertThat(paper.firmness()).isEqualTo(Firmness.DERIVED);
    assertThat(paper.defaultText()).isEqualTo("2.6 W");
  }

  @Test
  void readTimeFollowsTheLinesAndTheInputLevels() {
    assertThat(chip("gokmen2016-design2", "tile.rows=2048", "tile.columns=1024"))
        .extracting(c -> c.spec().tile().readTimePs())
        .isEqualTo(40_000L);
    // 15 levels of a 5-bit input take 15 ns.
    assertThat(chip("gokmen2016-design2", "tile.rows=128", "tile.columns=128"))
        .extracting(c -> c.spec().tile().readTimePs())
        .isEqualTo(15_000L);
    assertThat(chip("gokmen2016-design2", "tile.rows=128", "tile.columns=128", "dac.bits=off"))
        .extracting(c -> c.spec().tile().readTimePs())
        .isEqualTo(2_500L);
  }

  @Test
  void converterCostDoublesWithEveryBit() {
    ChipSpec chip = chip("gokmen2016-design2", "adc.bits=10").spec();
    assertThat(chip.adc().conversionJoules()).isEqualTo(38.4e-12);
    assertThat(chip.adc().converterAreaSquareMillimetres()).isEqualTo(0.0512);
  }

  @Test
  void aFileMayExtendAPresetAndItsDevice() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        extends: gokmen2016-design3
        chip:
          tiles: 7
        device:
          preset: ideal
          dwMin: 0.002
        """);
    ChipSpec chip = chip(file.toString()).spec();
    assertThat(chip.name()).isEqualTo("mine");
    assertThat(chip.tiles()).isEqualTo(7);
    assertThat(chip.digital().sharing()).isEqualTo(Sharing.SHARED);
    assertThat(chip.device().kind()).isEqualTo("ideal");
    assertThat(chip.device().dwMin()).isEqualTo(0.002);
    assertThat(chip.device().readNoise()).isZero();
  }

  @Test
  void aWrongKeyInAFileIsNamedWithItsLineAndTheNearest() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "extends: gokmen2016-design3\ndac:\n  bit: 7\n");
    assertThatThrownBy(() -> chip(file.toString()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            file
                + ":3: dac.bit is no key; dac has bits, rounding, conversionEnergy.\nMaybe dac.bits is meant.");
  }

  @Test
  void aMissingKeyIsNamed() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "chip:\n  name: x\n");
    assertThatThrownBy(() -> chip(file.toString()))
        .hasMessage(
            file
                + ":1: chip.tiles is missing; it must be a whole number from 1 to 1000000.\n"
                + "Maybe add \"tiles: …\" or --set chip.tiles=….");
  }

  @Test
  void aMissingGroupIsPlacedInTheFile() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "tile:\n  rows: 4\n");
    assertThatThrownBy(() -> chip(file.toString()))
        .hasMessageStartingWith(file + ":1: chip.tiles is missing;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile.rows=0|--set tile.rows is 0, but must be a whole number from 1 to 65536.\n"
            + "Maybe 1, the least that is allowed, is meant.",
        "tile.rows=1.5|--set tile.rows is 1.5, but must be a whole number from 1 to 65536.\n"
            + "Maybe 2 is meant.",
        "tile.rows=4k|--set tile.rows is 4k, but must be a whole number from 1 to 65536.\n"
            + "Maybe 4000 is meant.",
        "dac.bits=OFF|--set dac.bits is OFF, but must be a whole number from 2 to 16, or off.\n"
            + "Maybe off is meant.",
        "interconnect.bandwidth=20 Tb/s|--set interconnect.bandwidth is 20 Tb/s, but must be a"
            + " bandwidth such as 3 TB/s, above 0.\nMaybe 2.5 TB/s is meant.",
        "tile.inputBuffer=64 kbit|--set tile.inputBuffer is 64 kbit, but must be an amount of data"
            + " such as 256 kB, above 0, or auto.\nMaybe 8 kB is meant.",
        "tile.rows=many|--set tile.rows is many, but must be a whole number from 1 to 65536.\n"
            + "Maybe the default, 4096, is meant.",
        "tile.rows=-128|--set tile.rows is -128, but must be a whole number from 1 to 65536.\n"
            + "Maybe 128 is meant.",
        "chip.tiles=1e12|--set chip.tiles is 1e12, but must be a whole number from 1 to 1000000.\n"
            + "Maybe 1000000, the most that is allowed, is meant.",
        "bits=6|--set bits is no key; the file has workload, run, notes, chip, dac, tile, device,"
            + " adc, management, update, digital, interconnect, memory, cluster.\n"
            + "Maybe dac.bits or adc.bits is meant.",
        "device.bound=1|--set device.bound is no key; device has kind, dead, stuck, halfSelect,"
            + " decayPerUpdate, diffusionPerUpdate, readOffset, wrongSign, dwMin,"
            + " dwMinDeviceToDevice, dwMinCycleToCycle, upDownRatio, upDownDeviceToDevice,"
            + " weightBound, weightBoundDeviceToDevice, readNoise, meanResistance, readVoltage.\n"
            + "Maybe device.weightBound is meant.",
        "tile.readTime=80|--set tile.readTime is 80, but must be a time such as 80 ns, of whole"
            + " picoseconds, 1 ps or more.\nMaybe 80 ns is meant.",
        "tile.readTime=0.5 ps|--set tile.readTime is 0.5 ps, but must be a time such as 80 ns, of"
            + " whole picoseconds, 1 ps or more.\nMaybe the default, auto, is meant.",
        "interconnect.bandwidth=-3 TB/s|--set interconnect.bandwidth is -3 TB/s, but must be a"
            + " bandwidth such as 3 TB/s, above 0.\nMaybe the sign is wrong.",
        "interconnect.bandwidth=3 TW|--set interconnect.bandwidth is 3 TW, but must be a"
            + " bandwidth such as 3 TB/s, above 0.\nMaybe 3 TB/s is meant.",
        "tile.readTime=80 nz|--set tile.readTime is 80 nz, but must be a time such as 80 ns, of"
            + " whole picoseconds, 1 ps or more.\nMaybe 80 ns is meant.",
        "device.readNoise=0,06|--set device.readNoise is 0,06, but must be a number, not below 0"
            + " and not above 1000000000.\n"
            + "Maybe 0.06 is meant.",
        "device.dwMin=1e-60|--set device.dwMin is 1e-60, but must be a number, not below"
            + " 0.000000001 and not above 1000000000.\n"
            + "Maybe 0.000000001, the least that is allowed, is meant.",
        "adc.bits=40|--set adc.bits is 40, but must be a whole number from 2 to 16, or off.\n"
            + "Maybe 16, the most that is allowed, is meant.",
        "device.readNoise=NaN|--set device.readNoise is NaN, but must be a number, not below 0 and"
            + " not above 1000000000.\nMaybe the default, 0.06, is meant.",
        "digital.sharing=share|--set digital.sharing is share, but must be one of per-tile,"
            + " shared.\nMaybe shared is meant.",
        "update.bitLength=65|--set update.bitLength is 65, but must be a whole number from 1 to"
            + " 64.\n"
            + "Maybe 64, the most that is allowed, is meant.",
        "device={dead: 0.7, stuck: 0.7}|--set device.stuck is 0.7, but must leave dead and stuck"
            + " devices together at most all.\nMaybe 0.3 is meant, as device.dead is 0.7.",
        "tile=3|--set tile is \"3\", but must be a group of keys.\n"
            + "Maybe indent its keys under \"tile:\".",
        "tile.rows=[1]|--set tile.rows is a list, but must be a whole number from 1 to 65536.\n"
            + "Maybe leave out its brackets, or what is indented under it.",
      })
  void aWrongValueIsRefusedInOneClearSentence(String valueAndMessage) {
    int bar = valueAndMessage.indexOf('|');
    assertThatThrownBy(() -> chip("gokmen2016-design2", valueAndMessage.substring(0, bar)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(valueAndMessage.substring(bar + 1))
        .hasNoCause();
  }

  @Test
  void enumsAreReadInCamelAndKebabCase() {
    assertThat(chip("gokmen2016-design2", "management.noiseForward=absMax").spec())
        .isEqualTo(chip("gokmen2016-design2", "management.noiseForward=abs-max").spec());
    assertThat(chip("gokmen2016-design2", "digital.sharing=perTile").spec())
        .isEqualTo(chip("gokmen2016-design2").spec());
  }

  @Test
  void anUnknownNameNamesTheNearestAndAll() {
    assertThatThrownBy(() -> chip("gokmen2016-design2", "device.preset=ideall"))
        .hasMessage(
            "--set device.preset is ideall, which is no device; there are "
                + String.join(", ", DevicePresets.names())
                + ".\nMaybe ideal is meant.");
    assertThatThrownBy(() -> chip("gokmen2016-desing2"))
        .hasMessage(
            "There is no chip gokmen2016-desing2; there are "
                + String.join(", ", ChipPresets.names())
                + ".\nMaybe gokmen2016-design2 is meant.");
    assertThatThrownBy(() -> chip("nowhere/x.yaml"))
        .hasMessage("There is no file nowhere/x.yaml.\nMaybe the path or its folder is misspelt.");
    assertThatThrownBy(() -> chip(folder.toString()))
        .hasMessage(
            folder
                + " is a folder, but a chip is a preset or a YAML file.\n"
                + "Maybe a file in it is meant.");
  }

  @Test
  void everyDeviceHasALineAndReads() {
    for (String name : DevicePresets.names()) {
      assertThat(DevicePresets.description(name)).isNotBlank();
      assertThat(DevicePresets.load(name, Overrides.NONE).spec().dwMin()).isEqualTo(0.001);
    }
  }

  private static Parameter parameter(Configured<ChipSpec> chip, String key) {
    return chip.resolution().parameters().stream()
        .filter(p -> p.path().endsWith("." + key))
        .findFirst()
        .orElseThrow();
  }

  private static Configured<ChipSpec> chip(String name, String... sets) {
    return ChipPresets.load(name, Overrides.parse(List.of(sets)));
  }
}
