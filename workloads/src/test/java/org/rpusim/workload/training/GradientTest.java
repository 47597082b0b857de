package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Network;

/**
 * The update of every kind of layer, on exact arrays, is eta times the slope of the loss as finite
 * differences find it. With h = 0.01 and a loss in fp32 a difference is off by about 10⁻⁵, the
 * curvature of these losses adds 10⁻⁴; a sign, a factor or a place that is wrong shows at 10⁻².
 */
class GradientTest {
  private static final float H = 0.01f;
  private static final double TOLERANCE = 1e-3;
  private static final int WEIGHTS_TRIED = 12;

  static List<String> networks() {
    return List.of(
        layers("{kind: convolution, channels: 3, kernel: 3, activation: tanh}"),
        layers("{kind: convolution, channels: 3, kernel: 3, stride: 2, padding: 1}"),
        layers("{kind: convolution, channels: 2, kernel: 5, stride: 3, padding: 4}"),
        layers("{kind: convolution, channels: 4, kernel: 6, activation: sigmoid}"),
        layers(
            "{kind: convolution, channels: 3, kernel: 3, activation: relu}",
            "{kind: max-pooling, kernel: 2}",
            "{kind: convolution, channels: 4, kernel: 2, activation: leaky-relu, bias: false}"),
        layers(
            "{kind: convolution, channels: 3, kernel: 2}",
            "{kind: average-pooling, kernel: 3, stride: 2}",
            "{kind: convolution, channels: 4, kernel: 2}"),
        layers(
            "{kind: convolution, channels: 3, kernel: 3, padding: 1}",
            "{kind: max-pooling, kernel: 3, stride: 2, padding: 1}"),
        layers(
            "{kind: max-pooling, kernel: 2, stride: 1}",
            "{kind: convolution, channels: 3, kernel: 3, padding: 1}"),
        layers(
            "{name: a, kind: convolution, channels: 2, kernel: 3, padding: 1}",
            "{kind: convolution, channels: 2, kernel: 3, padding: 1, activation: none}",
            "{kind: sum, with: a, activation: relu}"),
        layers(
            "{name: a, kind: convolution, channels: 2, kernel: 3, activation: none}",
            "{name: b, kind: convolution, channels: 2, kernel: 1, activation: tanh}",
            "{name: c, input: a, kind: convolution, channels: 2, kernel: 1}",
            "{kind: sum, with: b}"),
        layers("{kind: sum, with: sample}", "{units: 7, activation: tanh}"),
        layers("{units: 7, activation: leaky-relu}", "{units: 6, activation: none}"));
  }

  private static String layers(String... hidden) {
    StringBuilder yaml = new StringBuilder("inputs: 2 x 6 x 6\nlayers:\n");
    for (String layer : hidden) {
      yaml.append("  - ").append(layer).append('\n');
    }
    return yaml.append("  - {units: 4}\n").toString();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void onTilesThatHoldTheMatricesTheUpdateIsTheSlopeOfTheLoss(String yaml) {
    check(yaml, TestCases.chip(TestCases.FLOATING_POINT));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void onTilesThatCutThemToo(String yaml) {
    check(
        yaml,
        TestCases.chip(
            TestCases.FLOATING_POINT,
            "tile.rows=3",
            "tile.columns=7",
            "adc.linesPerConverter=1",
            "chip.tiles=500"));
  }

  private static void check(String yaml, ChipSpec chip) {
    Network network = TestCases.network(yaml);
    DataSet data = TestCases.data(network.inputs(), network.outputs(), 1, 1);
    SmallTraining before = new SmallTraining(chip, network, data);
    SmallTraining after = new SmallTraining(chip, network, data).train(1);
    TestCases random = new TestCases(5);
    for (MappedLayer mapped : after.mapping.layers()) {
      MatrixLayer matrix = mapped.layer();
      for (int i = 0; i < WEIGHTS_TRIED; i++) {
        int row = random.between(0, matrix.rows() - 1);
        int column = random.between(0, matrix.columns() - 1);
        int layer = mapped.index();
        float weight = before.weight(layer, row, column);
        double slope =
            (loss(chip, network, data, layer, row, column, weight + H)
                    - loss(chip, network, data, layer, row, column, weight - H))
                / (2 * H);
        double step = after.weight(layer, row, column) - weight;
        assertThat(-step / SmallTraining.LEARNING_RATE)
            .as("%s, row %d, column %d of %s", matrix.name(), row, column, yaml)
            .isCloseTo(slope, org.assertj.core.api.Assertions.within(TOLERANCE));
      }
    }
  }

  private static double loss(
      ChipSpec chip, Network network, DataSet data, int layer, int row, int column, float weight) {
    SmallTraining training = new SmallTraining(chip, network, data);
    training.setWeight(layer, row, column, weight);
    return training.train(1).loss();
  }
}
