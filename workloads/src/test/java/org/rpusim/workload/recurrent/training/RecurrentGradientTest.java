package org.rpusim.workload.recurrent.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.spec.LanguageModelSpec;

/**
 * The updates of a sequence, on exact arrays, add up to eta times the slope of its loss as finite
 * differences find it. With h = 0.01 and a loss of some tens of nats in fp32 a difference is off by
 * about 10⁻⁴, and curvature adds as much; slopes are 0.01 to 1, so that a sign, a factor or a time
 * step that is wrong shows.
 */
class RecurrentGradientTest {
  private static final float H = 0.01f;
  private static final double TOLERANCE = 2e-3;
  private static final int WEIGHTS_TRIED = 10;

  static List<String> networks() {
    return List.of(
        "layers: [{kind: lstm, units: 5}]\nunroll: 7",
        "layers: [{kind: lstm, units: 4}, {kind: lstm, units: 6}]\nunroll: 5\nbatch: 2",
        "layers: [{kind: gru, units: 5}]\nunroll: 7",
        "layers: [{kind: gru, units: 4}, {kind: gru, units: 3}]\nunroll: 4\nbatch: 2",
        "layers: [{kind: plain, units: 6}]\nunroll: 6",
        "layers: [{kind: plain, units: 4}, {kind: gru, units: 4}, {kind: lstm, units: 4}]\nunroll: 4",
        "layers: [{kind: lstm, units: 4}, {kind: lstm, units: 4}]\nunroll: 4\ndropout: 0.4",
        "layers: [{kind: lstm, units: 5}]\nunroll: 1\nbatch: 3",
        "layers: [{kind: lstm, units: 5}]\nunroll: 4\nloss: mean");
  }

  @ParameterizedTest
  @MethodSource("networks")
  void onTilesThatHoldTheMatricesTheUpdatesAreTheSlopeOfTheLoss(String yaml) {
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
    LanguageModelSpec spec = SmallText.spec(yaml + "\ngateClip: off");
    DataSet text = SmallText.text(60, 5);
    SmallText before = new SmallText(chip, spec, text);
    SmallText after = new SmallText(chip, spec, text).train(1);
    double scale = spec.lossIsMean() ? 1.0 / (spec.unroll() * spec.batch()) : 1;
    TestCases random = new TestCases(5);
    for (MappedLayer mapped : after.mapping.layers()) {
      for (int i = 0; i < WEIGHTS_TRIED; i++) {
        int row = random.between(0, mapped.layer().rows() - 1);
        int column = random.between(0, mapped.layer().columns() - 1);
        int matrix = mapped.index();
        float weight = before.weight(matrix, row, column);
        double slope =
            (loss(chip, spec, text, matrix, row, column, weight + H)
                    - loss(chip, spec, text, matrix, row, column, weight - H))
                / (2 * H);
        double step = after.weight(matrix, row, column) - weight;
        assertThat(-step / SmallText.LEARNING_RATE)
            .as("%s, row %d, column %d of %s", mapped.layer().name(), row, column, yaml)
            .isCloseTo(scale * slope, within(TOLERANCE));
      }
    }
  }

  private static double loss(
      ChipSpec chip,
      LanguageModelSpec spec,
      DataSet text,
      int matrix,
      int row,
      int column,
      float weight) {
    SmallText training = new SmallText(chip, spec, text);
    training.setWeight(matrix, row, column, weight);
    return training.train(1).numbers.lossSum();
  }
}
