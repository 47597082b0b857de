package org.rpusim.workload.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.network.Volume;

/** Layers of a workload file: shapes, names and what does not fit. */
class LayerReaderTest {
  private static Network network(String inputs, String... layers) {
    return TestCases.network(
        "inputs: " + inputs + "\nlayers:\n  - " + String.join("\n  - ", layers) + "\n");
  }

  /** AlexNet's shapes and P2's table of it, without the column of the bias. */
  @Test
  void alexNetHasThePapersMatrices() {
    Network alexNet =
        network(
            "3 x 227 x 227",
            "{kind: convolution, channels: 96, kernel: 11, stride: 4, bias: false}",
            "{kind: max-pooling, kernel: 3, stride: 2}",
            "{kind: convolution, channels: 256, kernel: 5, padding: 2, bias: false}",
            "{kind: max-pooling, kernel: 3, stride: 2}",
            "{kind: convolution, channels: 384, kernel: 3, padding: 1, bias: false}",
            "{kind: convolution, channels: 384, kernel: 3, padding: 1, bias: false}",
            "{kind: convolution, channels: 256, kernel: 3, padding: 1, bias: false}",
            "{kind: max-pooling, kernel: 3, stride: 2}",
            "{units: 4096, activation: relu, bias: false}",
            "{units: 4096, activation: relu, bias: false}",
            "{units: 1000, bias: false}");
    assertThat(alexNet.matrices())
        .extracting(l -> l.name() + " " + l.rows() + " x " + l.columns() + " " + l.vectors())
        .containsExactly(
            "K1 96 x 363 3025",
            "K2 256 x 2400 729",
            "K3 384 x 2304 169",
            "K4 384 x 3456 169",
            "K5 256 x 3456 169",
            "W6 4096 x 9216 1",
            "W7 4096 x 4096 1",
            "W8 1000 x 4096 1");
    assertThat(alexNet.weightUses() / 100_000).isEqualTo(11_352);
  }

  /** The first block of ResNet-50's second stage: a projection beside three convolutions. */
  @Test
  void aResidualBlockTakesTheOutputOfALayerTwice() {
    Network network =
        network(
            "64 x 56 x 56",
            "{name: in, kind: convolution, channels: 64, kernel: 1, activation: relu}",
            "{name: side, kind: convolution, channels: 256, kernel: 1, activation: none}",
            "{name: a, input: in, kind: convolution, channels: 64, kernel: 1, activation: relu}",
            "{kind: convolution, channels: 64, kernel: 3, padding: 1, activation: relu}",
            "{kind: convolution, channels: 256, kernel: 1, activation: none}",
            "{kind: sum, with: side, activation: relu}",
            "{kind: average-pooling, kernel: 56}",
            "{units: 10}");
    assertThat(network.takersOf(0)).containsExactly(1, 2);
    assertThat(network.layers().get(5).output()).hasToString("256 x 56 x 56");
    assertThat(network.layers().get(6).output()).hasToString("256");
    assertThat(network.matrices().getLast().columns()).isEqualTo(257);
  }

  @ParameterizedTest
  @CsvSource({"5, 1, 0, 24", "5, 2, 2, 14", "3, 2, 1, 14", "2, 2, 0, 14", "28, 1, 0, 1"})
  void theOutputHasTheSizeOfTheFormula(int kernel, int stride, int padding, int side) {
    Network network =
        network(
            "1 x 28 x 28",
            "{kind: convolution, channels: 2, kernel: %d, stride: %d, padding: %d}"
                .formatted(kernel, stride, padding),
            "{units: 2}");
    ConvolutionLayer layer = (ConvolutionLayer) network.layers().getFirst();
    assertThat(layer.output().height()).isEqualTo(side);
    assertThat(layer.vectors()).isEqualTo(side * side);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "784 | {kind: convolution, channels: 2, kernel: 5}"
            + " | kernel is 5, but the layer takes 784, in which such a window has no room.",
        "1 x 4 x 4 | {kind: max-pooling, kernel: 5} | has no room.",
        "1 x 4 x 4 | {kind: convolution, channels: 2, kernel: 3, padding: 3}"
            + " | padding is 3, but must be below the kernel of 3",
        "1 x 4 x 4 | {kind: average-pooling, kernel: 2, padding: 1} | padding is no key",
        "1 x 4 x 4 | {kind: sum, with: K1} | with is K1, but must be the name of an earlier layer",
        "1 x 4 x 4 | {kind: convolusion, channels: 2, kernel: 3} | Maybe convolution is meant.",
        "1 x 4 | {units: 3} | or channels x height x width.",
        "1 x 0 x 4 | {units: 3} | or channels x height x width."
      })
  void whatDoesNotFitIsSaidInOneSentence(String inputs, String layer, String message) {
    assertThatThrownBy(() -> network(inputs, layer, "{units: 2}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }

  @Test
  void layersThatDoNotGoTogetherAreRefused() {
    String kernel = "{kind: convolution, channels: 2, kernel: 3}";
    assertThatThrownBy(
            () -> network("1 x 8 x 8", kernel, "{kind: sum, with: sample}", "{units: 2}"))
        .hasMessageContaining(
            "with is sample, but gives 1 x 8 x 8, and the other summand is 2 x 6 x 6.");
    assertThatThrownBy(() -> network("1 x 8 x 8", kernel, "{units: 2, input: sample}"))
        .hasMessageContaining("no layer takes the output of K1");
    assertThatThrownBy(() -> network("1 x 8 x 8", "{units: 2, name: a}", "{units: 2, name: a}"))
        .hasMessageContaining("name is a, but must differ from those of other layers");
    assertThatThrownBy(() -> network("9", "{units: 2, name: a.b}", "{units: 2}"))
        .hasMessageContaining("name is a.b, but must have no dot")
        .hasMessageContaining("Maybe a-b is meant.");
    assertThatThrownBy(() -> network("1 x 8 x 8", kernel))
        .hasMessageContaining("kind is convolution, but the last layer must be dense.");
  }

  @Test
  void aRepeatedEntryIsLayersInARowWithNamesOfTheirOwn() {
    Network network = network("12", "{repeat: 3, units: 7, bias: false}", "{units: 2}");
    assertThat(network.matrices())
        .extracting(l -> l.name() + " " + l.rows() + " x " + l.columns() + " from " + l.source())
        .containsExactly(
            "W1 7 x 12 from -1", "W2 7 x 7 from 0", "W3 7 x 7 from 1", "W4 2 x 8 from 2");
    assertThat(
            network(
                    "1 x 9 x 9",
                    "{kind: convolution, channels: 2, kernel: 3, repeat: 4}",
                    "{units: 2}")
                .outputOf(3))
        .isEqualTo(new Volume(2, 1, 1));
  }

  @Test
  void whatCannotBeRepeatedIsRefused() {
    String kernels = "{kind: convolution, channels: 2, kernel: 3, repeat: 5}";
    assertThatThrownBy(() -> network("1 x 9 x 9", kernels, "{units: 2}"))
        .hasMessageContaining("repeat is 5, but the kernel has no room");
    assertThatThrownBy(() -> network("9", "{units: 2, repeat: 2}"))
        .hasMessageContaining("repeat is 2, but the last layer is by itself");
    assertThatThrownBy(() -> network("9", "{units: 2, repeat: 2, name: a}", "{units: 2}"))
        .hasMessageContaining("name is a, but layers that are repeated are numbered by themselves");
    assertThatThrownBy(
            () -> network("1 x 9 x 9", "{kind: max-pooling, kernel: 2, repeat: 2}", "{units: 2}"))
        .hasMessageContaining("only dense layers and convolutions can be repeated");
  }
}
