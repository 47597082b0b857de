package org.rpusim.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names below panels of points. */
final class PointPanelsTest {
  @Test
  void namesThatWouldTouchStandUpright() {
    List<String> sizes = List.of("128 × 128", "128 × 1024", "1024 × 128", "1024 × 1024");
    assertThat(PointPanels.needsUprightNames(sizes)).isTrue();
    assertThat(PointPanels.needsUprightNames(sizes.subList(0, 2))).isFalse();
    assertThat(PointPanels.needsUprightNames(List.of("64", "128", "256", "512"))).isFalse();
    assertThat(PointPanels.needsUprightNames(Collections.nCopies(7, "8"))).isTrue();
  }
}
