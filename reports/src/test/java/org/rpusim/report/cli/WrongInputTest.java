package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.preset.DevicePresets;
import org.rpusim.report.cli.FakeBackend.Behaviour;
import org.rpusim.workload.preset.WorkloadPresets;

final class WrongInputTest {
  @TempDir Path base = Path.of("");
  private final StringWriter out = new StringWriter();

  @Test
  void aCommandThatDoesNotExist() {
    refuses("rpusim has no command runn.", "Maybe run is meant.", "runn");
  }

  @Test
  void aCommandThatDoesNotExistHasNoHelp() {
    refuses("rpusim has no command runn.", "Maybe run is meant.", "runn", "--help");
    out.getBuffer().setLength(0);
    refuses("rpusim has no command runn.", "Maybe run is meant.", "help", "runn");
  }

  @Test
  void emptyNamesAndFolders() {
    refuses(
        "--out does not take an empty DIR.",
        "Maybe a variable of the shell is empty.",
        "run",
        "mlp-digits",
        "--out",
        "");
    out.getBuffer().setLength(0);
    refuses(
        "The name of the chip is empty; there are " + String.join(", ", ChipPresets.names()) + ".",
        "Maybe a variable of the shell is empty.",
        "run",
        "mlp-digits",
        "--chip",
        "");
  }

  @Test
  void aChipWhereAWorkloadIsExpected() throws IOException {
    refuses(
        "gokmen2016-design1 is a chip, where a workload is expected.",
        "Maybe rpusim run mlp-digits --chip gokmen2016-design1 is meant.",
        "run",
        "gokmen2016-design1");
    out.getBuffer().setLength(0);
    Path file = Files.writeString(base.resolve("chip.yaml"), "extends: gokmen2016-design2\n");
    refuses(
        file + " is a chip, where a workload is expected.",
        "Maybe rpusim map mlp-digits --chip " + file + " is meant.",
        "map",
        file.toString());
  }

  @Test
  void aWorkloadWhereAChipIsExpected() throws IOException {
    refuses(
        "mlp-mnist is a workload, where a chip is expected.",
        "Maybe rpusim run mlp-mnist --chip gokmen2016-design2 is meant.",
        "run",
        "mlp-digits",
        "--chip",
        "mlp-mnist");
    out.getBuffer().setLength(0);
    Path file = Files.writeString(base.resolve("net.yaml"), "workload: {kind: stream-reads}\n");
    refuses(
        file + " is a workload, where a chip is expected.",
        "Maybe rpusim sweep --workload " + file + " --chip gokmen2016-design2 is meant.",
        "sweep",
        "--workload",
        "mlp-digits",
        "--vary",
        "adc.bits=7,8",
        "--chip",
        file.toString(),
        "--out",
        base.resolve("sweep").toString());
  }

  @Test
  void aDeviceOrADataSetWhereAWorkloadIsExpected() {
    refuses(
        "ideal is a device, where a workload is expected.",
        "Maybe rpusim run mlp-digits --set device.preset=ideal is meant.",
        "run",
        "ideal");
    out.getBuffer().setLength(0);
    refuses(
        "mnist is a data set, where a workload is expected.",
        "Maybe rpusim run mlp-mnist is meant.",
        "run",
        "mnist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"epochs", "samples"})
  void anOptionThatTheWorkloadHasNoKeyForIsNamedAsItWasTyped(String option) {
    refuses(
        "--"
            + option
            + " (workload."
            + option
            + ") is no key; workload has kind, name, description, readsPerTile, rows, columns,"
            + " activity, inFlight.",
        "Maybe delete it.",
        "run",
        "stream-reads",
        "--" + option,
        "3");
  }

  @Test
  void anOptionThatDoesNotExist() {
    refuses("rpusim run has no option --sed.", "Maybe --seed is meant.", "run", "x", "--sed", "3");
  }

  @Test
  void aNumberThatIsNone() {
    refuses(
        "--seed does not take \"x\"; it takes a whole number.",
        "Maybe --seed 1 is meant.",
        "run",
        "mlp-digits",
        "--seed",
        "x");
  }

  @Test
  void aNumberThatIsTooLong() {
    refuses(
        "--seed does not take \"99999999999999999999\"; it takes a whole number.",
        "Maybe it has a digit too many: the most is 9223372036854775807.",
        "run",
        "mlp-digits",
        "--seed",
        "99999999999999999999");
  }

  @Test
  void aTextForAPerceptron() {
    refuses(
        "mlp-digits reads no text, so --text means nothing with it.",
        "Maybe a language model is meant, such as lstm2-64.",
        "run",
        "mlp-digits",
        "--text",
        "x.txt");
  }

  @Test
  void imagesForALanguageModel() {
    refuses(
        "lstm-grammar reads no data set, so --data means nothing with it.",
        "Maybe --text FILE is meant.",
        "run",
        "lstm-grammar",
        "--data",
        "x");
  }

  @Test
  void noEpochs() {
    refuses(
        "--epochs is 0, but must be 1 or more.",
        "Maybe leave it out.",
        "run",
        "mlp-digits",
        "--epochs",
        "0");
  }

  @Test
  void kernelsThatDoNotExist() {
    refuses(
        "--kernels does not take \"gpu\"; it takes scalar or vector.",
        "Maybe --kernels vector is meant.",
        "run",
        "mlp-digits",
        "--kernels",
        "gpu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--epochs=3", "--samples=9"})
  void theLengthOfATrainingWhereNothingIsTrained(String length) {
    refuses(
        "--inference trains nothing: --epochs, --samples, --until-error, --checkpoint-every and"
            + " --resume mean nothing with it.",
        "Maybe leave them out.",
        "run",
        "mlp-digits",
        "--weights=weights.bin",
        "--inference",
        length);
  }

  @Test
  void aMissingName() {
    refuses(
        "rpusim run needs a NAME.",
        "Maybe mlp-digits is meant: rpusim list shows them all.",
        "run");
  }

  @Test
  void aMissingValue() {
    refuses("--seed needs a value.", "Maybe rpusim run --help helps.", "run", "x", "--seed");
  }

  @Test
  void aValueWithABlankAndNoQuotes() {
    refuses(
        "rpusim run does not know what to do with \"ns\".",
        "Maybe a value with blanks needs quotes: --set \"tile.readTime=80 ns\".",
        "run",
        "mlp-digits",
        "--set",
        "tile.readTime=80",
        "ns");
  }

  @Test
  void noThreads() {
    refuses(
        "--threads is 0, but must be 1 or more.",
        "Maybe 1 is meant.",
        "run",
        "mlp-digits",
        "--threads",
        "0");
  }

  @Test
  void aNameThatDoesNotExist() {
    refuses(
        "There is no chip, workload, device or data set gokmen2016-design9; there are "
            + String.join(", ", ChipPresets.names())
            + ", "
            + String.join(", ", WorkloadPresets.names())
            + ", "
            + String.join(", ", DevicePresets.names())
            + ", mnist, digits"
            + ".",
        "Maybe gokmen2016-design1 is meant.",
        "show",
        "gokmen2016-design9");
  }

  @Test
  void aRunFolderThatExists() {
    refuses(
        "The run folder " + base + " exists already; a run never writes over another one.",
        "Maybe give --out another name, or move the old folder away.",
        "run",
        "mlp-digits",
        "--out",
        base.toString());
  }

  @Test
  void figuresOfADevice() {
    refuses(
        "ideal is a device; figures follow from a chip alone.",
        "Maybe leave out --figures.",
        "show",
        "ideal",
        "--figures");
  }

  @Test
  void everyFileIsCheckedAndOneWrongOneIsEnough() throws IOException {
    Path wrong = Files.writeString(base.resolve("wrong.yaml"), "tiles: 3\n");
    Path good = Files.writeString(base.resolve("good.yaml"), "extends: gokmen2016-design2\n");
    refuses(
        wrong + " has none of the keys chip, extends, workload and device at its top.",
        "Maybe \"extends: gokmen2016-design1\" is missing.\n" + good + " is a valid chip.",
        "check",
        wrong.toString(),
        good.toString());
  }

  @Test
  void allThatIsWrongInAFileIsToldInTheOrderOfItsLines() throws IOException {
    Path file =
        Files.writeString(
            base.resolve("chip.yaml"),
            """
            extends: gokmen2016-design2
            nonsense: 1
            dac:
              bits: 99
            tile:
              rows: -5
              colums: 7
            """);
    PrintWriter writer = new PrintWriter(out);
    Cli cli = new Cli(writer, writer, new FakeBackend(Behaviour.SUCCEED, true));
    assertThat(cli.execute("check", file.toString())).isEqualTo(2);
    assertThat(out.toString().lines().filter(line -> !line.startsWith("Maybe ")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith(file + ":2: nonsense is no key; "),
            line -> assertThat(line).startsWith(file + ":4: dac.bits is 99, but must be "),
            line -> assertThat(line).startsWith(file + ":6: tile.rows is -5, but must be "),
            line -> assertThat(line).startsWith(file + ":7: tile.colums is no key; "));
    assertThat(out.toString()).contains("\nMaybe tile.columns is meant.\n");
  }

  private void refuses(String sentence, String advice, String... arguments) {
    PrintWriter writer = new PrintWriter(out);
    int code = new Cli(writer, writer, new FakeBackend(Behaviour.SUCCEED, true)).execute(arguments);
    assertThat(out.toString()).isEqualTo(sentence + "\n" + advice + "\n");
    assertThat(code).isEqualTo(2);
  }
}
