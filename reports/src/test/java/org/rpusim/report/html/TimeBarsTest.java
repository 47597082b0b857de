package org.rpusim.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.workload.accounting.EnergyBreakdown;
import org.rpusim.workload.result.ComponentResult;

final class TimeBarsTest {
  /** Two units half the time at work; those of tiles out of use draw power and are none of them. */
  @Test
  void unitsOfTilesOutOfUseCountForTheirEnergyAlone() {
    Html page = new Html("a page");
    TimeBars.add(
        page, List.of(unit("tile0.digitalUnit", 1), unit("tile1.digitalUnit", 1), unused()));
    assertThat(page.end())
        .contains("<td>digital unit</td><td class=\"n\">2</td>")
        .contains("<td class=\"n\">50.0 %</td><td class=\"n\">9 J</td>");
  }

  private static ComponentResult unit(String name, double busySeconds) {
    return new ComponentResult(
        name, "digitalUnit", busySeconds, ImmutableMap.of("memory", 0.25), 0.75, 1, 10);
  }

  private static ComponentResult unused() {
    return new ComponentResult(
        EnergyBreakdown.UNUSED_UNITS, "digitalUnit", 0, ImmutableMap.of(), 2, 7, 0);
  }
}
