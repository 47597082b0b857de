package org.rpusim.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.core.stats.Metrics;
import org.rpusim.report.folder.StoredRun;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.RunResult;

final class RunComparisonTest {
  private static final String EPOCHS = "workload:\n  epochs: 30\n";

  private static StoredRun run(String name, double joules, double error, String config) {
    Metrics metrics =
        Metrics.builder()
            .put("energy.totalJoules", joules)
            .put("accuracy.testErrorPercent", error)
            .build();
    RunResult result = new RunResult(metrics, ImmutableList.of(), ImmutableList.of(), true);
    return new StoredRun(Path.of("runs", name), metrics, config, result);
  }

  private static String config(int bits, int seed) {
    return "chip:\n  name: c" + bits + "\nadc:\n  bits: " + bits + "\nrun:\n  seed: " + seed + "\n";
  }

  @Test
  void oneKeyThatDiffersIsSaidWithWhatItDid() {
    RunComparison two =
        RunComparison.of(
            List.of(run("a", 2, 3.5, config(9, 1)), run("b", 1.5, 4.25, config(6, 1))));
    assertThat(two.differences()).containsOnlyKeys("adc.bits");
    assertThat(CompareTable.of(two, false))
        .contains("adc.bits  9  6", "1.5 J  (-25.00 %)", "4.25 %  (+0.75 points)")
        .contains("adc.bits from 9 to 6: test error +0.75 points, energy -25.00 %.");
    assertThat(CompareJson.of(two)).contains("\"energy.totalJoules\" : [ 2.0, 1.5 ]");
  }

  @Test
  void whatCannotBeToldApartIsNotTold() {
    RunComparison chance =
        RunComparison.of(List.of(run("a", 2, 3, config(9, 1)), run("b", 9, 3, config(9, 2))));
    assertThat(CompareTable.sentence(chance)).contains("differ in their seed alone");
    RunComparison same =
        RunComparison.of(List.of(run("a", 2, 3, config(9, 1)), run("b", 2, 3, config(9, 1))));
    assertThat(CompareTable.sentence(same)).isEqualTo("The runs have the same configuration.");
    String other = config(8, 1) + "dac:\n  bits: 7\n";
    RunComparison two =
        RunComparison.of(List.of(run("a", 2, 3, config(9, 1)), run("b", 2, 3, other)));
    assertThat(CompareTable.sentence(two)).startsWith("2 keys differ; these runs do not tell");
    assertThat(CompareTable.of(two, false)).contains("dac.bits  –  7");
  }

  @Test
  void aStoppedRunIsSaid() {
    StoredRun whole = run("a", 2, 2, config(9, 1) + EPOCHS);
    ImmutableList<EpochResult> epochs =
        ImmutableList.of(
            new EpochResult(1, 0.01, 0.5, 7, 1, 1, 0, 0),
            new EpochResult(2, 0.01, 0.4, 6, 2, 2, 0, 0));
    RunResult part = new RunResult(whole.metrics(), epochs, ImmutableList.of(), false);
    StoredRun stopped =
        new StoredRun(Path.of("runs", "b"), whole.metrics(), whole.configYaml(), part);
    RunComparison two = RunComparison.of(List.of(whole, stopped));
    assertThat(CompareTable.of(two, false))
        .contains(
            "\nb was stopped after 2 whole epochs of 30: its figures are of that part alone, and"
                + " differ for this reason too.\nThe runs have the same configuration.\n");
    assertThat(CompareJson.of(two)).contains("\"complete\" : [ true, false ]");
    RunResult none = new RunResult(whole.metrics(), ImmutableList.of(), ImmutableList.of(), false);
    StoredRun early = new StoredRun(Path.of("c"), whole.metrics(), whole.configYaml(), none);
    assertThat(CompareTable.of(RunComparison.of(List.of(early, whole)), false))
        .contains("\nc was stopped before its end: ")
        .doesNotContain("a was stopped");
  }

  @Test
  void changesAreFactorsWhereTheyAreLarge() {
    assertThat(CompareTable.change("energy.totalJoules", 2.0, 5)).isEqualTo("× 2.50");
    assertThat(CompareTable.change("energy.totalJoules", 2.0, 2.2)).isEqualTo("+10.00 %");
    assertThat(CompareTable.change("energy.totalJoules", null, 2.2)).isEqualTo("new");
    assertThat(CompareTable.change("energy.totalJoules", 0.0, 2.2)).isEqualTo("from 0");
    assertThat(CompareTable.change("utilisation.arrays", 0.25, 0.5)).isEqualTo("+25.0 points");
  }
}
