package org.rpusim.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.TrainingSpec;

/** The studies that come with the program. */
final class StudiesTest {
  /** Points that may wait for keys; every other one must be a valid configuration. */
  private static final List<String> OPTIONAL = List.of("J-3-12", "L-0.5", "L-0.1");

  private static DataSet noData(TrainingSpec workload) {
    byte[] none = {};
    return new DataSet(workload.dataSet(), 1, 10, none, none, none, none, 1f);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gokmen2016-fig3",
        "gokmen2016-baseline",
        "gokmen2017-ladder",
        "gokmen2017-sensitivity",
        "pipelining",
        "gokmen2018-asymmetry",
        "gokmen2018-resolution",
        "gokmen2018-states",
        "gokmen2018-dropout",
        "gokmen2018-management"
      })
  void everyPointIsAValidConfiguration(String name) {
    Study study = Studies.load(name);
    assumeThat(WorkloadPresets.names()).contains(study.workload());
    for (Scale scale : List.of(study.full(), study.quick())) {
      StudyPlan plan = StudyPlan.of(study, scale, StudiesTest::noData);
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
    StudyPlan plan = StudyPlan.of(study, new Scale(1, 1, 1), StudiesTest::noData);
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
}
