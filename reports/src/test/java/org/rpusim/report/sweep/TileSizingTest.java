package org.rpusim.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.cost.ChipArea;
import org.rpusim.chip.cost.ChipFigures;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;

final class TileSizingTest {
  private static final ChipSpec GIVEN =
      ChipPresets.load("gokmen2016-design2", Overrides.NONE).spec();

  private static ChipSpec chip(SweepPoint point) {
    List<String> pairs =
        point.set().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    return ChipPresets.load("gokmen2016-design2", Overrides.parse(pairs)).spec();
  }

  @Test
  void eachScenarioKeepsWhatItIsNamedAfter() {
    SweepPlan plan = SweepPlan.of(Sweeps.expand(Sweeps.load("tile-sizing")));
    assertThat(plan.points()).isEqualTo(27);
    double area = ChipArea.of(GIVEN).chipSquareMillimetres();
    long weights = ChipFigures.of(GIVEN).weights();
    for (int i = 0; i < plan.points(); i++) {
      SweepPoint point = plan.point(i);
      ChipSpec chip = chip(point);
      long crossPoints = (long) chip.tile().rows() * chip.tile().columns();
      switch (String.valueOf(point.columns().get(SweepPlan.LABEL))) {
        case TileSizing.EQUAL_TILES -> assertThat(chip.tiles()).isEqualTo(50);
        case TileSizing.EQUAL_WEIGHTS ->
            assertThat(ChipFigures.of(chip).weights())
                .isBetween(weights, weights + crossPoints - 1);
        default -> {
          double own = ChipArea.of(chip).chipSquareMillimetres();
          assertThat(own).isBetween(area - own / chip.tiles(), area * (1 + 1e-9));
        }
      }
    }
  }

  @Test
  void aDigitalUnitIsAsFastAsItsTileReads() {
    SweepPlan plan = SweepPlan.of(Sweeps.expand(Sweeps.load("tile-sizing")));
    ChipSpec small = chip(plan.point(0));
    assertThat(small.tile().rows()).isEqualTo(256);
    // 256 lines in 15 ns, the levels of a 5-bit input, against 4096 in 80 ns.
    double factor = 256 / 15.0 / (4096 / 80.0);
    assertThat(small.digital().operationsPerSecond()).isCloseTo(51.2e9 * factor, within(1.0));
    assertThat(small.digital().unitWatts()).isCloseTo(2.6 * factor, within(1e-12));
    assertThat(chip(plan.point(8)).digital()).isEqualTo(GIVEN.digital());
  }

  @Test
  void onlySizesAreVaried() {
    SweepRequest request = Sweeps.load("tile-sizing");
    request.varyAll(List.of("adc.bits=6..9"));
    assertThatThrownBy(() -> Sweeps.expand(request))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("varies tile.rows and tile.columns, and not adc.bits");
  }
}
