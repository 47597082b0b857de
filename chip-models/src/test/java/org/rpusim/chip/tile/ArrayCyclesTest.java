package org.rpusim.chip.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.tile.ArrayCycle.Kind;

class ArrayCyclesTest {
  private static ArrayCycles cycles(String... settings) {
    return new ArrayCycles(
        ChipPresets.load("gokmen2016-design2", Overrides.parse(List.of(settings))).spec());
  }

  /** P1: 80 ns of integration; 64 lines share a converter of 800 MS/s; 2 × 10 × 1 ns of pulses. */
  @Test
  void aWholeTileHasTheTimesOfThePaper() {
    assertThat(cycles().forward(4096, 4096, true))
        .isEqualTo(new ArrayCycle(Kind.FORWARD, 4096, 4096, 4096, 80_000, 80_000, 10));
    assertThat(cycles().backward(4096, 4096))
        .isEqualTo(new ArrayCycle(Kind.BACKWARD, 4096, 4096, 4096, 80_000, 80_000, 0));
    assertThat(cycles().update(4096, 4096))
        .isEqualTo(new ArrayCycle(Kind.UPDATE, 4096, 4096, 8192, 2_000, 0, 0));
  }

  @Test
  void aBlockPowersItsOwnLinesOnly() {
    assertThat(cycles().forward(10, 129, true).poweredLines()).isEqualTo(10);
    assertThat(cycles().backward(10, 129).poweredLines()).isEqualTo(129);
    assertThat(cycles().update(10, 129).poweredLines()).isEqualTo(139);
    assertThat(cycles().forward(10, 129, true).conversionPs()).isEqualTo(12_500);
    assertThat(cycles().backward(10, 129).conversionPs()).isEqualTo(80_000);
  }

  @Test
  void withoutSwitchesEveryLineDrawsPowerAndIsConverted() {
    ArrayCycles all = cycles("tile.switchOffUnusedLines=false");
    assertThat(all.forward(10, 129, true).poweredLines()).isEqualTo(4096);
    assertThat(all.forward(10, 129, true).conversionPs()).isEqualTo(80_000);
    assertThat(all.update(10, 129).poweredLines()).isEqualTo(8192);
  }

  @Test
  void onlyBoundManagementRepeatsReads() {
    ArrayCycles off = cycles("management.boundForward=off");
    assertThat(off.forward(8, 8, true).maxRetries()).isZero();
    assertThat(cycles().forward(8, 8, false).maxRetries()).isZero();
    assertThat(
            cycles("management.boundBackward=iterative", "management.maxHalvings=4")
                .backward(8, 8)
                .maxRetries())
        .isEqualTo(4);
  }

  @Test
  void vectorsOnALinkAreConverterWordsAndOneScale() {
    assertThat(cycles().inputBits(100)).isEqualTo(100 * 5 + 16);
    assertThat(cycles().outputBits(100)).isEqualTo(100 * 9 + 16);
    assertThat(cycles("dac.bits=off").inputBits(100)).isEqualTo(100 * 16 + 16);
    assertThat(ArrayCycles.valueBits(100)).isEqualTo(1600);
  }
}
