package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.LayerFigures;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TrainingSpec;

final class TimingRunTest {
  /** Nothing of such a chip's schedule depends on numbers. */
  private static final String[] UNMANAGED = {
    "management.boundForward=off", "update.lengthManagement=false"
  };

  /** Counts that decide time, and energy that does not depend on activity. */
  private static final List<String> OF_THE_SCHEDULE =
      List.of(
          "time.simulatedSeconds",
          "events.count",
          "samples.count",
          "network.weights",
          "reads.cycles",
          "boundManagement.retries",
          "update.cycles",
          "update.pulseSlots",
          "conversions.count",
          "interconnect.bits",
          "memory.bits",
          "energy.byComponent.converters",
          "energy.byComponent.integrators",
          "energy.byComponent.pulseGenerators",
          "energy.byComponent.digitalUnits",
          "acceleration.sustained.serverProcessor",
          "throughput.sustainedGigaOpsPerSecond",
          "utilisation.arrays",
          "stalls.tileBusy",
          "stalls.digitalUnit",
          "stalls.nothingToDo");

  private static TimingSpec timing(String name, String... sets) {
    List<String> all =
        Stream.concat(Stream.of("workload.timingOnly=true"), Stream.of(sets)).toList();
    return (TimingSpec) WorkloadPresets.load(name, Overrides.parse(all)).spec();
  }

  private static RunResult trained(ChipSpec chip, String name, String... sets) {
    TrainingSpec spec =
        (TrainingSpec) WorkloadPresets.load(name, Overrides.parse(List.of(sets))).spec();
    RunOptions options = new RunOptions(1, Kernels.of("scalar"));
    return Simulator.run(
        chip, spec, DataSets.load(spec, null, notice -> {}), options, RunListener.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp-digits 1", "mlp-digits 4", "cnn-digits 1", "cnn-digits 3"})
  void withoutManagementARunWithDataTakesTheSameTime(String nameAndBatch) {
    String name = nameAndBatch.substring(0, nameAndBatch.indexOf(' '));
    String[] sets = {
      "workload.epochs=2",
      "workload.samples=37",
      "workload.batch=" + nameAndBatch.substring(name.length() + 1)
    };
    ChipSpec chip = TestCases.chip(UNMANAGED);
    RunResult data = trained(chip, name, sets);
    RunResult expected = TimingCases.run(chip, timing(name, sets), true);
    for (String path : OF_THE_SCHEDULE) {
      assertThat(expected.metrics().values().get(path))
          .as(path)
          .isEqualTo(data.metrics().values().get(path))
          .isNotNull();
    }
  }

  /** What is left is that layers differ: the means are of all of them together. */
  @Test
  void withTheMeansOfATrainingTheTimeIsWithinATenthOfTheTrainings() {
    ChipSpec chip = TestCases.chip("update.lengthManagement=true", "adc.outputBound=1");
    String[] sets = {"workload.epochs=1", "workload.samples=400"};
    RunResult data = trained(chip, "mlp-digits", sets);
    double reads = number(data, "reads.cycles") - number(data, "boundManagement.retries");
    double forward = reads * 2 / 3; // of two layers the first has no backward read
    double retries = number(data, "boundManagement.retries") / forward;
    double slots = number(data, "update.pulseSlots") / number(data, "update.cycles");
    assertThat(retries).isGreaterThan(0.01);
    TimingSpec spec =
        timing(
            "mlp-digits",
            "workload.epochs=1",
            "workload.samples=400",
            "workload.expected.retries=" + retries,
            "workload.expected.trainSlots=" + slots);
    double seconds = number(TimingCases.run(chip, spec, true), "time.simulatedSeconds");
    assertThat(seconds / number(data, "time.simulatedSeconds")).isBetween(0.9, 1.1);
  }

  private static double number(RunResult result, String path) {
    Double number = result.metrics().number(path);
    assertThat(number).as(path).isNotNull();
    return number == null ? Double.NaN : number;
  }

  /** The table of Gokmen, Onen and Haensch 2017. */
  @Test
  void theLayersOfAlexNetTakeThePapersTimes() {
    ChipSpec chip = TestCases.preset("gokmen2017-uniform");
    RunResult result = TimingCases.run(chip, timing("alexnet", "workload.cycle=inference"), true);
    assertThat(result.layerTable())
        .extracting(TimingRunTest::line)
        .containsExactly(
            "K1 96 x 363 ws 3025 105.4 M 242.00 us",
            "K2 256 x 2400 ws 729 447.9 M 58.32 us",
            "K3 384 x 2304 ws 169 149.5 M 13.52 us",
            "K4 384 x 3456 ws 169 224.3 M 13.52 us",
            "K5 256 x 3456 ws 169 149.5 M 13.52 us",
            "W6 4096 x 9216 ws 1 37.7 M 0.08 us",
            "W7 4096 x 4096 ws 1 16.8 M 0.08 us",
            "W8 1000 x 4096 ws 1 4.1 M 0.08 us");
    assertThat(result.layerTable().get(5).tiles()).isEqualTo(3);
    assertThat(result.layerTable().get(5).counts()).containsEntry("forwardReads", 30L);
    assertThat(result.layerTable().getFirst().counts()).containsEntry("forwardReads", 30_250L);
    assertThat(number(result, "update.cycles")).isZero();
  }

  private static String line(LayerFigures layer) {
    return String.format(
        Locale.ROOT,
        "%s %d x %d ws %d %.1f M %.2f us",
        layer.layer(),
        layer.rows(),
        layer.columns(),
        layer.weightSharing(),
        layer.macs() / 1e6,
        layer.readMicroseconds());
  }

  /**
   * Multiplications of one forward pass in G, and weights in M, as the networks' papers have them.
   */
  @Test
  void theLargeNetworksHaveTheirPapersSizes() {
    assertThat(size("vgg16")).isEqualTo("15.47 G, 138.4 M");
    assertThat(size("resnet18")).isEqualTo("1.81 G, 11.7 M");
    assertThat(size("resnet50")).isEqualTo("4.09 G, 25.5 M");
    assertThat(size("dnn-1g")).isEqualTo("0.84 G, 838.9 M");
  }

  private static String size(String name) {
    var network = timing(name).network();
    long biases =
        network.matrices().stream()
            .filter(layer -> layer.bias())
            .mapToLong(layer -> (long) layer.rows() * layer.vectors())
            .sum();
    return String.format(
        Locale.ROOT,
        "%.2f G, %.1f M",
        (network.weightUses() - biases) / 1e9,
        network.weights() / 1e6);
  }

  @Test
  void severalSamplesInFlightTakeLessTime() {
    ChipSpec chip = TestCases.preset("gokmen2017-uniform");
    TimingSpec one = timing("alexnet", "workload.cycle=inference", "workload.samples=50");
    TimingSpec eight =
        timing("alexnet", "workload.cycle=inference", "workload.samples=50", "workload.inFlight=8");
    double strict = number(TimingCases.run(chip, one, true), "time.perSampleSeconds");
    double pipelined = number(TimingCases.run(chip, eight, true), "time.perSampleSeconds");
    assertThat(strict).isGreaterThan(300e-6);
    assertThat(pipelined).isBetween(242e-6, 255e-6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workload.expected.retries=11|workload.expected.retries is 11.0, and management.maxHalvings"
            + " allows 10 a read.\nMaybe --set workload.expected.retries=10.",
        "workload.expected.trainSlots=12|workload.expected.trainSlots is 12.0, and update.bitLength"
            + " of layer W1 is 10.\nMaybe --set workload.expected.trainSlots=auto.",
        "workload.samples=2000000000|The run takes more time, or counts more, than whole numbers of"
            + " 64 bits hold: 106 days of picoseconds.\nMaybe a time, rate or bandwidth has the"
            + " wrong unit; or fewer samples.",
      })
  void whatCannotBeIsRefusedInOneClearSentence(String valueAndMessage) {
    int bar = valueAndMessage.indexOf('|');
    TimingSpec spec = timing("dnn-1g", valueAndMessage.substring(0, bar), "workload.epochs=90000");
    ChipSpec chip = TestCases.chip();
    assertThatThrownBy(() -> TimingCases.run(chip, spec, true))
        .isInstanceOf(ConfigException.class)
        .hasMessage(valueAndMessage.substring(bar + 1));
  }
}
