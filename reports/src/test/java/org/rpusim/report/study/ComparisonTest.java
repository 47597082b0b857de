package org.rpusim.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.Statistics;
import org.rpusim.report.study.Comparison.Verdict;

/** Verdicts on a reference of 2 ± 0.25 for a point's own figure, and orders. */
final class ComparisonTest {
  @TempDir Path folder = Path.of("");

  private Study study() throws IOException {
    return Studies.load(
        TinyStudy.file(
                folder,
                "{is: at-most, value: 100, firmness: derived}",
                "{value: 2, tolerance: 0.25, firmness: restated}")
            .toString());
  }

  private Verdict verdict(Scale scale, double... errors) throws IOException {
    List<PointResult> runs = new ArrayList<>();
    for (int i = 0; i < errors.length; i++) {
      runs.add(MadeUp.run("exact", i + 1, errors[i]));
    }
    StudyResult result = MadeUp.result(study(), scale, runs);
    return Comparison.of(result).getFirst().verdict();
  }

  @Test
  void aMeanWithinTheToleranceAgrees() throws IOException {
    assertThat(verdict(study().full(), 2.2, 2.3)).isEqualTo(Verdict.AGREES);
    assertThat(verdict(study().full(), 1.76)).isEqualTo(Verdict.AGREES);
  }

  @Test
  void anIntervalThatTouchesTheToleranceIsUnclear() throws IOException {
    assertThat(verdict(study().full(), 2.2, 2.4)).isEqualTo(Verdict.UNCLEAR);
  }

  /** Mean 3.0, half width 12.706·0.05/√2 = 0.64: from 2.36 on, beyond 2.25. */
  @Test
  void anIntervalBeyondTheToleranceDiffers() throws IOException {
    assertThat(verdict(study().full(), 2.95, 3.05)).isEqualTo(Verdict.DIFFERS);
  }

  @Test
  void oneSeedHasNoInterval() throws IOException {
    assertThat(verdict(study().full(), 3)).isEqualTo(Verdict.DIFFERS_ONE_SEED);
  }

  @Test
  void shorterRunsAreNotJudgedByAbsoluteValues() throws IOException {
    assertThat(verdict(study().quick(), 2)).isEqualTo(Verdict.NOT_JUDGED);
  }

  @Test
  void withoutRunsThereIsNoResult() throws IOException {
    assertThat(verdict(study().full())).isEqualTo(Verdict.NO_RESULT);
  }

  /** Differences 1 and 1, whatever the spread of the figures. */
  @Test
  void aDifferenceIsTakenSeedBySeed() throws IOException {
    StudyResult result =
        MadeUp.result(
            study(),
            study().full(),
            List.of(
                MadeUp.run("exact", 1, 2),
                MadeUp.run("exact", 2, 5),
                MadeUp.run("narrow", 1, 3),
                MadeUp.run("narrow", 2, 6)));
    assertThat(result.difference("narrow", "exact")).isEqualTo(new Statistics.Interval(1, 0, 2));
  }

  @Test
  void aFailedSeedIsLeftOutOfTheMean() throws IOException {
    StudyResult result =
        MadeUp.result(
            study(),
            study().full(),
            List.of(MadeUp.run("exact", 1, 2), MadeUp.failure("exact", 2)));
    assertThat(result.figure("exact")).isEqualTo(Statistics.interval(List.of(2.0)));
    assertThat(StudyTable.of(result)).contains("Failed: exact, seed 2. invented");
  }

  private boolean orderHolds(double narrow, double wide) throws IOException {
    StudyResult result =
        MadeUp.result(
            study(),
            study().full(),
            List.of(MadeUp.run("narrow", 1, narrow), MadeUp.run("wide", 1, wide)));
    return Ordering.of(result).getFirst().holds();
  }

  @Test
  void anOrderHoldsWithinTheErrorThatThePaperAccepts() throws IOException {
    assertThat(orderHolds(5, 3)).isTrue();
    assertThat(orderHolds(5, 5.29)).isTrue();
    assertThat(orderHolds(5, 5.31)).isFalse();
    assertThat(orderHolds(80, 90)).as("both have learnt nothing").isTrue();
  }

  /** 2·4·96/10,000 = 0.0768, its root 0.277. */
  @Test
  void aTestSetTellsOnlySoMuchApart() {
    assertThat(Ordering.slack(4, 4, 10_000)).isCloseTo(1.96 * 0.2771281, within(1e-6));
    assertThat(Ordering.slack(0.5, 0.5, 10_000)).isEqualTo(0.3);
    assertThat(Ordering.slack(4, 4, 0)).isEqualTo(0.3);
  }

  @Test
  void theTableHasReferenceFirmnessDifferenceAndVerdict() throws IOException {
    StudyResult result =
        MadeUp.result(
            study(),
            study().full(),
            List.of(MadeUp.run("exact", 1, 2.1), MadeUp.run("exact", 2, 2.1)));
    assertThat(StudyTable.of(result))
        .containsPattern("floating point +2.10 ± 0.00 +– +2 ± 0.25 +restated +\\+0.10 +agrees\n")
        .contains("stopped after 2 of 8 runs")
        .contains("Left out: unknown. --set device.colour is no key");
  }
}
