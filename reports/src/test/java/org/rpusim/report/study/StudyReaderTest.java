package org.rpusim.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Firmness;

final class StudyReaderTest {
  @TempDir Path folder = Path.of("");

  private Study tiny(String old, String replacement) throws IOException {
    return Studies.load(TinyStudy.file(folder, old, replacement).toString());
  }

  @Test
  void aPointHasTheKeysOfTheStudyThePanelAndItself() throws IOException {
    Study study = tiny("title: Weight bound", "title: Weight bound\n    set: {dac.bits: 4}");
    assertThat(study.point("narrow").set())
        .containsEntry("dac.bits", "4")
        .containsEntry("adc.bits", "off")
        .containsEntry("device.weightBound", "0.05")
        .hasSize(3);
    assertThat(study.point("ideal").set()).containsEntry("dac.bits", "off");
  }

  @Test
  void aPointThatDoesNotInheritHasItsOwnKeysAlone() throws IOException {
    assertThat(tiny("", "").point("exact").set())
        .containsOnlyKeys("device.preset")
        .containsEntry("device.preset", "floating-point");
  }

  @Test
  void anExpectationSaysWhatAgrees() throws IOException {
    Study study =
        tiny(
            "{is: at-most, value: 100, firmness: derived}",
            "{value: 2, tolerance: 0.25, firmness: restated, note: seen}");
    Expectation expectation = study.point("exact").expectations().getFirst();
    assertThat(expectation.least()).isEqualTo(1.75);
    assertThat(expectation.most()).isEqualTo(2.25);
    assertThat(expectation.firmness()).isEqualTo(Firmness.RESTATED);
    assertThat(expectation.text()).isEqualTo("2 ± 0.25");
    assertThat(expectation.note()).isEqualTo("seen");
  }

  @Test
  void aPanelMayHaveAWorkloadOfItsOwn() throws IOException {
    Study study = tiny("title: Weight bound", "title: Weight bound\n    workload: cnn-digits");
    assertThat(study.point("wide").workload()).isEqualTo("cnn-digits");
    assertThat(study.point("ideal").workload()).isEmpty();
    StudyPlan plan = StudyPlan.of(study, study.quick(), MadeUp.POINT_DATA);
    assertThat(plan.tasks())
        .extracting(task -> task.workload().spec().name())
        .containsExactly("mlp-digits", "mlp-digits", "cnn-digits", "cnn-digits");
  }

  @Test
  void furtherFiguresHaveAUnitOrNone() throws IOException {
    Study study =
        tiny(
            "baseline: exact",
            "figures: [{path: a.b, label: time, unit: s}, {path: c, label: retries}]");
    assertThat(study.figures())
        .extracting(figure -> figure.path() + " " + figure.text(0.00125))
        .containsExactly("a.b 1.25 ms", "c 0.00125");
  }

  @Test
  void pointsOfOneNameAreRefused() throws IOException {
    TinyStudy.file(folder);
    assertThatThrownBy(() -> tiny("name: wide", "name: narrow"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("two points are named narrow");
  }

  @Test
  void aReferenceToNoPointIsRefused() {
    assertThatThrownBy(() -> tiny("from: exact", "from: exakt"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("refers to a point exakt, which it does not have")
        .hasMessageContaining("\nMaybe one of exact, ideal");
  }

  @Test
  void aNameThatIsNoFileNameIsRefused() {
    assertThatThrownBy(() -> tiny("name: ideal", "name: a/b"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("as it names a file");
  }

  @Test
  void anUnknownKeyOfTheStudyIsRefused() {
    assertThatThrownBy(() -> tiny("ordered: true", "orderd: true"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("panels[1].orderd is no key");
  }

  @Test
  void onlySomePanelsKeepWhatTheyAreComparedWith() throws IOException {
    Study study = tiny("", "").only(List.of("B"));
    assertThat(study.points())
        .extracting(StudyPoint::name)
        .containsExactly("exact", "narrow", "wide", "unknown");
    assertThat(study.only(List.of("wide")).points())
        .extracting(StudyPoint::name)
        .containsExactly("exact", "wide");
    assertThatThrownBy(() -> study.only(List.of("Z")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--only Z names no panel or point of tiny.\nMaybe one of exact, B is meant.");
  }
}
