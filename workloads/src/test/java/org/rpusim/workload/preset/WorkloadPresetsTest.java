package org.rpusim.workload.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.workload.network.Activation;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.StreamReadsSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;

final class WorkloadPresetsTest {
  @Test
  void theMnistPerceptronIsThePapers() {
    TrainingSpec mlp = (TrainingSpec) workload("mlp-mnist").spec();
    assertThat(mlp.inputs()).isEqualTo(784);
    assertThat(mlp.network().matrices())
        .extracting(layer -> layer.rows())
        .containsExactly(256, 128, 10);
    assertThat(mlp.network().layers())
        .extracting(layer -> layer.activation())
        .containsExactly(Activation.SIGMOID, Activation.SIGMOID, Activation.SOFTMAX);
    assertThat(mlp.network().matrices()).allMatch(layer -> layer.bias());
    assertThat(mlp.epochs()).isEqualTo(30);
    assertThat(mlp.samples()).isZero();
    assertThat(mlp.learningRate(1)).isEqualTo(0.01);
    assertThat(mlp.learningRate(10)).isEqualTo(0.01);
    assertThat(mlp.learningRate(11)).isEqualTo(0.005);
    assertThat(mlp.learningRate(21)).isEqualTo(0.0025);
    assertThat(mlp.learningRate(30)).isEqualTo(0.0025);
  }

  /** P2: K1 16 x 26 with ws 576, K2 32 x 401 with ws 64, W3 128 x 513, W4 10 x 129. */
  @Test
  void theMnistConvolutionalNetworkIsThePapers() {
    TrainingSpec cnn = (TrainingSpec) workload("cnn-mnist").spec();
    assertThat(cnn.network().matrices())
        .extracting(l -> l.name() + " " + l.rows() + " x " + l.columns() + " ws " + l.vectors())
        .containsExactly(
            "K1 16 x 26 ws 576", "K2 32 x 401 ws 64", "W3 128 x 513 ws 1", "W4 10 x 129 ws 1");
    assertThat(cnn.network().weightUses()).isEqualTo(239_616 + 821_248 + 65_664 + 1_290);
    assertThat(cnn.batch()).isEqualTo(1);
    assertThat(cnn.epochs()).isEqualTo(30);
    assertThat(cnn.learningRate(30)).isEqualTo(0.01);
  }

  /** P3: LSTM2-64 256 x 152, 256 x 129, 87 x 65; LSTM2-512 2048 x 600, 2048 x 1025, 87 x 513. */
  @Test
  void theRecurrentNetworksAreThePapers() {
    assertThat(matrices("lstm2-64")).containsExactly("256 x 152", "256 x 129", "87 x 65");
    assertThat(matrices("lstm2-512")).containsExactly("2048 x 600", "2048 x 1025", "87 x 513");
    LanguageModelSpec spec = (LanguageModelSpec) workload("lstm2-64").spec();
    assertThat(spec.network(87).matrices().weights()).isEqualTo(77_591);
    assertThat(spec.unroll()).isEqualTo(100);
    assertThat(spec.batch()).isEqualTo(1);
    LanguageModelSpec large = (LanguageModelSpec) workload("lstm2-512").spec();
    assertThat(large.network(87).matrices().weights()).isEqualTo(3_372_631);
  }

  private static List<String> matrices(String name) {
    LanguageModelSpec spec = (LanguageModelSpec) workload(name).spec();
    return spec.network(87).matrices().matrices().stream()
        .map(matrix -> matrix.rows() + " x " + matrix.columns())
        .toList();
  }

  @Test
  void streamReadsIsThePapersTile() {
    StreamReadsSpec reads = (StreamReadsSpec) workload("stream-reads").spec();
    assertThat(reads)
        .isEqualTo(
            new StreamReadsSpec("stream-reads", reads.description(), 4000, 4096, 4096, 0.2, 4));
  }

  @Test
  void oneFileMayHoldTheChipAndTheWorkload(@TempDir Path folder) throws IOException {
    for (String name : WorkloadPresets.names()) {
      Configured<WorkloadSpec> workload = workload(name, "workload.name=a \"b\": #c\\");
      var chip = ChipPresets.load("gokmen2016-design3", Overrides.NONE);
      Path file = folder.resolve("config.yaml");
      Files.writeString(file, chip.resolution().yaml() + workload.resolution().yaml());
      Configured<WorkloadSpec> again = workload(file.toString());
      assertThat(again.spec()).isEqualTo(workload.spec());
      assertThat(again.resolution().yaml()).isEqualTo(workload.resolution().yaml());
      assertThat(ChipPresets.load(file.toString(), Overrides.NONE).spec()).isEqualTo(chip.spec());
    }
  }

  @Test
  void valuesAreSetByPath() {
    TrainingSpec mlp =
        (TrainingSpec)
            workload(
                    "mlp-mnist",
                    "workload.epochs=2",
                    "workload.samples=500",
                    "workload.layers[0].units=64",
                    "workload.learningRate=0.02",
                    "tile.rows=128")
                .spec();
    assertThat(mlp.epochs()).isEqualTo(2);
    assertThat(mlp.samples()).isEqualTo(500);
    assertThat(mlp.network().matrices().getFirst().rows()).isEqualTo(64);
    assertThat(mlp.learningRate(30)).isEqualTo(0.02);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workload.layers[2].activation=sigmoid|--set workload.layers[2].activation is sigmoid, but"
            + " the last layer's must be softmax, which the cross-entropy loss needs.\n"
            + "Maybe softmax is meant.",
        "workload.layers[0].activation=softmax|--set workload.layers[0].activation is softmax, but"
            + " only the last layer's can be softmax.\nMaybe sigmoid is meant.",
        "workload.layers[0].activation=relux|--set workload.layers[0].activation is relux, but must"
            + " be one of sigmoid, tanh, relu, leaky-relu, none, softmax.\n"
            + "Maybe relu is meant.",
        "workload.inFlight=0|--set workload.inFlight is 0, but must be a whole number from 1 to"
            + " 4096.\nMaybe 1, the least that is allowed, is meant.",
        "workload.layers[1].units=0|--set workload.layers[1].units is 0, but must be a whole number"
            + " from 1 to 1000000.\nMaybe 1, the least that is allowed, is meant.",
        "workload.layers=[]|--set workload.layers is an empty list, but must be a list of one entry"
            + " or more.\nMaybe write layers: [{units: 10, activation: softmax}].",
        "workload.learningRate[0].fromEpoch=2|--set workload.learningRate[0].fromEpoch is 2, but"
            + " the first stage must begin at epoch 1.\nMaybe 1 is meant.",
        "workload.learningRate[2].fromEpoch=11|--set workload.learningRate[2].fromEpoch is 11, but"
            + " must be later than the stage before it, 11.\nMaybe the stages are out of order.",
        "workload.learningRate=0|--set workload.learningRate is 0, but must be a number, above 0"
            + " and not above 100.\nMaybe the default, 0.01, is meant.",
        "workload.data=mnst|--set workload.data is mnst, but must be one of mnist, digits.\n"
            + "Maybe mnist is meant.",
        "workload.kind=train|--set workload.kind is train, but must be one of training,"
            + " stream-reads, language-model.\nMaybe training is meant.",
        "workload.epoch=3|--set workload.epoch is no key; workload has kind, name, description,"
            + " timingOnly, data, inputs, mapping, layers, epochs, samples, batch, inFlight,"
            + " streaming, learningRate.\n"
            + "Maybe workload.epochs is meant.",
      })
  void aWrongValueIsRefusedInOneClearSentence(String valueAndMessage) {
    int bar = valueAndMessage.indexOf('|');
    String message = valueAndMessage.substring(bar + 1);
    assertThatThrownBy(() -> workload("mlp-mnist", valueAndMessage.substring(0, bar)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  @Test
  void batchesInFlightHaveALimitTogether() {
    assertThatThrownBy(() -> workload("mlp-mnist", "workload.inFlight=5", "workload.batch=1000"))
        .hasMessage(
            "--set workload.inFlight is 5, but must be at most 4 with batches of 1,000 samples,"
                + " 4,096 samples under way in all.\nMaybe 4 is meant.");
  }

  @Test
  void anUnknownNameNamesTheNearestAndAll() {
    String all = String.join(", ", WorkloadPresets.names());
    assertThatThrownBy(() -> workload("mlp-minst"))
        .hasMessage(
            "There is no workload mlp-minst; there are " + all + ".\nMaybe mlp-mnist is meant.");
    assertThatThrownBy(() -> workload("x"))
        .hasMessage(
            "There is no workload x; there are "
                + all
                + ".\nMaybe a file was meant: its name ends in .yaml.");
  }

  @Test
  void everyPresetHasALine() {
    assertThat(WorkloadPresets.names()).allMatch(n -> !WorkloadPresets.description(n).isBlank());
  }

  private static Configured<WorkloadSpec> workload(String name, String... sets) {
    return WorkloadPresets.load(name, Overrides.parse(List.of(sets)));
  }
}
