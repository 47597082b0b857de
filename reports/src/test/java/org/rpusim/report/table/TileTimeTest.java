package org.rpusim.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.rpusim.workload.result.ComponentResult;

final class TileTimeTest {
  @Test
  void busyWaitingAndIdleAreTheMeanOverTilesAndAddUpToOne() {
    TileTime time =
        TileTime.of(
            ImmutableList.of(
                row("tile0.array", 1, ImmutableMap.of("data", 2.0, "link", 1.0), 0),
                row("tile1.array", 2, ImmutableMap.of("data", 1.0), 1),
                row("bus", 4, ImmutableMap.of(), 0)));
    assertThat(time.tiles()).hasSize(2);
    assertThat(time.busyFraction()).isCloseTo(0.375, within(1e-15));
    assertThat(time.waitingFractions().keySet()).containsExactly("data", "link");
    assertThat(time.waitingFractions()).containsEntry("data", 0.375).containsEntry("link", 0.125);
    assertThat(time.idleFraction()).isCloseTo(0.125, within(1e-15));
  }

  @Test
  void aRowOfTheWholeTileCountsInsteadOfItsArray() {
    TileTime time =
        TileTime.of(
            ImmutableList.of(
                row("tile10", 3, ImmutableMap.of(), 1),
                row("tile10.array", 1, ImmutableMap.of(), 3),
                row("tile2.array", 1, ImmutableMap.of(), 3)));
    assertThat(time.tiles())
        .containsExactly(new TileTime.Tile(2, 0.25), new TileTime.Tile(10, 0.75));
  }

  @Test
  void withoutTilesNothingIsBusy() {
    TileTime time = TileTime.of(ImmutableList.of());
    assertThat(time.tiles()).isEmpty();
    assertThat(time.busyFraction()).isZero();
    assertThat(time.mainReason()).isNull();
  }

  private static ComponentResult row(
      String name, double busy, ImmutableMap<String, Double> waiting, double idle) {
    return new ComponentResult(name, "array", busy, waiting, idle, 0, 0);
  }
}
