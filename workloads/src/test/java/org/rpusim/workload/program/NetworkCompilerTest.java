package org.rpusim.workload.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.mapping.Mapper;

/** The exact programs of small networks: name and predecessors of each operation. */
class NetworkCompilerTest {
  private static List<String> lines(Program program) {
    return program.operations().stream()
        .map(operation ->
            operation.id() + " " + operation.name() + " after " + operation.predecessors())
        .toList();
  }

  private static Program training(ChipSpec chip, int... widths) {
    return NetworkCompiler.training(Mapper.map(TestCases.network(widths), chip), chip);
  }

  @Test
  void aNetworkOfTwoLayersIsTrainedInExactlyTheseSteps() {
    assertThat(lines(training(TestCases.chip(), 8, 6, 4)))
        .containsExactly(
            "0 sample from memory after []",
            "1 W1 forward inputs over the interconnect after [0]",
            "2 W1 forward largest magnitude, tile 0 after [1]",
            "3 W1 forward inputs to tile 0 after [2]",
            "4 W1 forward read on tile 0 after [3]",
            "5 W1 forward outputs from tile 0 after [4]",
            "6 W1 forward scaled back, tile 0 after [5]",
            "7 W1 forward activation after [6]",
            "8 W2 forward inputs over the interconnect after [7]",
            "9 W2 forward largest magnitude, tile 1 after [8]",
            "10 W2 forward inputs to tile 1 after [9]",
            "11 W2 forward read on tile 1 after [10]",
            "12 W2 forward outputs from tile 1 after [11]",
            "13 W2 forward scaled back, tile 1 after [12]",
            "14 label over the interconnect after [0]",
            "15 softmax after [13]",
            "16 loss gradient after [14, 15]",
            "17 W2 backward largest magnitude, tile 1 after [16]",
            "18 W2 backward inputs to tile 1 after [17]",
            "19 W2 backward read on tile 1 after [18]",
            "20 W2 backward outputs from tile 1 after [19]",
            "21 W2 backward scaled back, tile 1 after [20]",
            "22 W2 update on tile 1 after [19]",
            "23 W1 derivative after [21]",
            "24 W1 backward inputs over the interconnect after [23]",
            "25 W1 delta to tile 0 after [24]",
            "26 W1 update on tile 0 after [25]");
  }

  @Test
  void withoutManagementNothingIsScaled() {
    ChipSpec chip =
        TestCases.chip(
            "management.noiseForward=off",
            "management.noiseBackward=off",
            "management.boundForward=off");
    assertThat(lines(training(chip, 8, 4)))
        .containsExactly(
            "0 sample from memory after []",
            "1 W1 forward inputs over the interconnect after [0]",
            "2 W1 forward inputs to tile 0 after [1]",
            "3 W1 forward read on tile 0 after [2]",
            "4 W1 forward outputs from tile 0 after [3]",
            "5 label over the interconnect after [0]",
            "6 softmax after [4]",
            "7 loss gradient after [5, 6]",
            "8 W1 delta to tile 0 after [7]",
            "9 W1 update on tile 0 after [8]");
  }

  @Test
  void anEvaluationEndsWithTheComparisonWithTheLabel() {
    ChipSpec chip = TestCases.chip("management.noiseForward=off", "management.boundForward=off");
    Program program = NetworkCompiler.evaluation(Mapper.map(TestCases.network(8, 4), chip), chip);
    assertThat(lines(program))
        .containsExactly(
            "0 sample from memory after []",
            "1 W1 forward inputs over the interconnect after [0]",
            "2 W1 forward inputs to tile 0 after [1]",
            "3 W1 forward read on tile 0 after [2]",
            "4 W1 forward outputs from tile 0 after [3]",
            "5 label over the interconnect after [0]",
            "6 classify after [4, 5]");
    assertThat(program.weightUpdates()).isZero();
    assertThat(program.usefulReadOperations()).isEqualTo(2 * 9 * 4);
  }

  /** 6 rows on tiles of 4: two blocks; the second one's outputs travel to the first one's unit. */
  @Test
  void partialResultsOfACutLayerAreAddedWhereTheFirstOneIs() {
    ChipSpec chip =
        TestCases.chip(
            "tile.rows=4",
            "tile.columns=5",
            "adc.linesPerConverter=4",
            "management.noiseForward=off",
            "management.noiseBackward=off",
            "management.boundForward=off");
    assertThat(lines(training(chip, 7, 4)))
        .containsExactly(
            "0 sample from memory after []",
            "1 W1 forward inputs over the interconnect after [0]",
            "2 W1 forward inputs to tile 0 after [1]",
            "3 W1 forward read on tile 0 after [2]",
            "4 W1 forward outputs from tile 0 after [3]",
            "5 W1 forward inputs to tile 1 after [1]",
            "6 W1 forward read on tile 1 after [5]",
            "7 W1 forward outputs from tile 1 after [6]",
            "8 W1 forward partial sums over the interconnect after [7]",
            "9 W1 forward sum after [4, 8]",
            "10 label over the interconnect after [0]",
            "11 softmax after [9]",
            "12 loss gradient after [10, 11]",
            "13 W1 backward inputs over the interconnect after [12]",
            "14 W1 delta to tile 0 after [12]",
            "15 W1 update on tile 0 after [14]",
            "16 W1 delta to tile 1 after [13]",
            "17 W1 update on tile 1 after [16]");
  }
}
