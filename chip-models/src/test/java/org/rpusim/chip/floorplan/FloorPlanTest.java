package org.rpusim.chip.floorplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.cost.ChipArea;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;

final class FloorPlanTest {
  private static ChipSpec chip(String name, String... settings) {
    return ChipPresets.load(name, Overrides.parse(List.of(settings))).spec();
  }

  @Test
  void squaresHaveTheAreaOfTilesAndUnits() {
    for (String name : List.of("gokmen2016-design2", "gokmen2017-bimodal")) {
      ChipSpec chip = chip(name);
      FloorPlan plan = FloorPlan.of(chip);
      double area =
          plan.sites().stream().mapToDouble(s -> s.sideMillimetres() * s.sideMillimetres()).sum();
      assertThat(plan.sites()).hasSize(chip.tiles());
      assertThat(area).isCloseTo(ChipArea.of(chip).chipSquareMillimetres(), within(1e-9));
    }
  }

  @Test
  void noTwoSquaresOverlapAndAllLieOnTheDie() {
    FloorPlan plan = FloorPlan.of(chip("gokmen2017-bimodal", "tile.others[0].tiles=57"));
    for (int i = 0; i < plan.sites().size(); i++) {
      FloorPlan.Site a = plan.sites().get(i);
      assertThat(a.leftMillimetres() + a.sideMillimetres())
          .isLessThanOrEqualTo(plan.widthMillimetres() + 1e-9);
      assertThat(a.topMillimetres() + a.sideMillimetres())
          .isLessThanOrEqualTo(plan.heightMillimetres() + 1e-9);
      for (int j = 0; j < i; j++) {
        FloorPlan.Site b = plan.sites().get(j);
        double apart = (a.sideMillimetres() + b.sideMillimetres()) / 2 - 1e-9;
        assertThat(
                Math.max(
                    Math.abs(a.xMillimetres() - b.xMillimetres()),
                    Math.abs(a.yMillimetres() - b.yMillimetres())))
            .isGreaterThanOrEqualTo(apart);
      }
    }
  }

  @Test
  void distancesGoAlongRowsAndColumns() {
    FloorPlan plan = FloorPlan.of(chip("gokmen2016-design2", "chip.tiles=9"));
    double side = plan.sites().getFirst().sideMillimetres();
    assertThat(plan.distanceMillimetres(0, 8)).isCloseTo(4 * side, within(1e-12));
    assertThat(plan.distanceMillimetres(5, 3)).isCloseTo(2 * side, within(1e-12));
    assertThat(plan.distanceToMemoryMillimetres(4)).isCloseTo(3 * side, within(1e-12));
  }
}
