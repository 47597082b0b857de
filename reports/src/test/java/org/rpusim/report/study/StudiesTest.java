package org.rpusim.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.cost.Figure;
import org.rpusim.chip.cost.FigureTable;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.report.point.PointData;
import org.rpusim.report.point.PointTask;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.TrainingSpec;

/** The studies that come with the program. */
final class StudiesTest {
  /** Points that may wait for keys; every other one must be a valid configuration. */
  private static final List<String> OPTIONAL = List.of("J-3-12", "L-0.5", "L-0.1");

  private static List<String> names() {
    return Studies.names();
  }

  private static DataSet noData(TrainingSpec workload) {
    byte[] none = {};
    return new DataSet(workload.dataSet(), 1, 10, none, none, none, none, 1f);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPointIsAValidConfiguration(String name) {
    Study study = Studies.load(name);
    assumeThat(WorkloadPresets.names()).contains(study.workload());
    for (Scale scale : List.of(study.full(), study.quick())) {
      StudyPlan plan = StudyPlan.of(study, scale, new PointData(StudiesTest::noData, null));
      assertThat(plan.leftOut().keySet()).isSubsetOf(OPTIONAL);
      int runs = (study.points().size() - plan.leftOut().size()) * scale.seeds();
      assertThat(plan.tasks()).hasSize(runs);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gokmen2016-fig3",
        "gokmen2016-baseline",
        "gokmen2018-asymmetry",
        "gokmen2018-resolution",
        "gokmen2018-states",
        "gokmen2018-management"
      })
  void thePointsOfAStudyDiffer(String name) {
    Study study = Studies.load(name);
    StudyPlan plan =
        StudyPlan.of(study, new Scale(1, 1, 1), new PointData(StudiesTest::noData, null));
    assertThat(plan.tasks().stream().map(PointTask::fingerprint)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B", "C", "D", "E", "F", "G", "H", "I"})
  void everyStressTestHasItsThreshold(String panel) {
    Study study = Studies.load("gokmen2016-fig3");
    List<Expectation> thresholds =
        study.panels().stream()
            .filter(candidate -> candidate.name().equals(panel))
            .flatMap(found -> found.points().stream())
            .flatMap(point -> point.expectations().stream())
            .toList();
    assertThat(thresholds).hasSize(1);
    assertThat(thresholds.getFirst().from()).isEqualTo("floating-point");
    assertThat(thresholds.getFirst().value()).isEqualTo(0.3);
    assertThat(thresholds.getFirst().tolerance()).isEqualTo(0.2);
  }

  /** The command {@code show --figures} and the study must not say different things. */
  @ParameterizedTest
  @ValueSource(strings = {"gokmen2016-design1", "gokmen2016-design2", "gokmen2016-design3"})
  void theStudyOfDesignsHasThePapersFiguresOfTheChips(String chip) {
    Study study = Studies.load("gokmen2016-designs");
    Map<String, Expectation> expected = new TreeMap<>();
    for (StudyPoint point : study.points()) {
      if (point.name().equals("tile") || point.chip().equals(chip)) {
        point
            .expectations()
            .forEach(e -> expected.put(Objects.requireNonNull(e.figure()).path(), e));
      }
    }
    int compared = 0;
    for (Figure figure : FigureTable.of(ChipPresets.load(chip, Overrides.NONE).spec())) {
      Figure.Reference reference = figure.reference();
      if (reference != null) {
        Expectation expectation =
            Objects.requireNonNull(expected.get("chip." + figure.key()), figure.key());
        assertThat(expectation.value()).as(figure.key()).isEqualTo(reference.value());
        assertThat(expectation.firmness()).isEqualTo(reference.firmness());
        assertThat(expectation.note()).isEqualTo(reference.remark());
        compared++;
      }
    }
    assertThat(compared).isEqualTo(expected.size());
  }
}
