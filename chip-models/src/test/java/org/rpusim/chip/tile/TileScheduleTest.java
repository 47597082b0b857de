package org.rpusim.chip.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Exact schedules of a tile's array and converters, in ns. */
class TileScheduleTest {
  private static final long NS = 1_000;

  private final TileBench bench = new TileBench();

  @Test
  void aReadTakesItsIntegrationAndThenItsConversion() {
    bench.readAt(0, 1, 0);
    bench.run();
    assertThat(bench.happened).containsExactly("read 1 at 0", "done 1 at 160");
    assertThat(bench.tile.arrayLedger().busyPs()).isEqualTo(80 * NS);
    assertThat(bench.tile.converterLedger().busyPs()).isEqualTo(80 * NS);
    assertThat(bench.tile.converterLedger().waitingPs(WaitReason.TILE_BUSY.index()))
        .isEqualTo(80 * NS);
  }

  @Test
  void integrationAndConversionOfConsecutiveReadsOverlap() {
    for (int token = 1; token <= 4; token++) {
      bench.readAt(0, token, 0);
    }
    bench.run();
    assertThat(bench.happened)
        .containsExactly(
            "read 1 at 0",
            "read 2 at 80",
            "done 1 at 160",
            "read 3 at 160",
            "done 2 at 240",
            "read 4 at 240",
            "done 3 at 320",
            "done 4 at 400");
    assertThat(bench.tile.arrayLedger().busyPs()).isEqualTo(4 * 80 * NS);
  }

  @Test
  void theArrayHoldsAReadWhileTheConvertersAreAtWork() {
    bench.conversionPs = 120 * NS;
    bench.readAt(0, 1, 0);
    bench.readAt(0, 2, 0);
    bench.updateAt(0, 3);
    bench.run();
    assertThat(bench.happened)
        .containsExactly(
            "read 1 at 0",
            "read 2 at 80",
            "update 3 at 200",
            "done 1 at 200",
            "done 3 at 220",
            "done 2 at 320");
    assertThat(bench.tile.arrayLedger().waitingPs(WaitReason.CONVERTER_BUSY.index()))
        .isEqualTo(40 * NS);
    assertThat(bench.tile.arrayLedger().busyPs()).isEqualTo((80 + 80 + 20) * NS);
  }

  @Test
  void aSaturatedReadIsRepeatedOnceAndThatIsAllThatChanges() {
    TileBench plain = new TileBench();
    plain.readAt(0, 1, 0);
    plain.run();
    bench.readAt(0, 1, 1);
    bench.run();
    assertThat(bench.happened)
        .containsExactly("read 1 at 0", "read 1 again at 160", "done 1 at 320");
    assertThat(bench.engine.nowPs() - plain.engine.nowPs()).isEqualTo(80 * NS + 80 * NS);
    assertThat(bench.count("retries")).isEqualTo(1);
    assertThat(bench.count("forwardReads")).isEqualTo(plain.count("forwardReads") + 1);
    assertThat(bench.count("backwardReads")).isZero();
    assertThat(bench.count("saturatedOutputs")).isEqualTo(2);
    assertThat(bench.count("integratedLines")).isEqualTo(2 * TileBench.ROWS);
    assertThat(bench.count("conversions")).isEqualTo(2 * TileBench.ROWS);
    assertThat(bench.count("deviceSteps"))
        .isEqualTo((TileBench.ON_STEPS + TileBench.ON_STEPS / 2) * TileBench.ROWS);
    assertThat(bench.tile.arrayLedger().busyPs()).isEqualTo(160 * NS);
    assertThat(bench.tile.converterLedger().busyPs()).isEqualTo(160 * NS);
  }

  /** Read 2 has begun when read 1 is found saturated at 160; read 3 is queued and must wait. */
  @Test
  void aRetryGoesBehindAReadThatHasBegunAndBeforeThoseInTheQueue() {
    bench.readAt(0, 1, 1);
    bench.readAt(10 * NS, 2, 0);
    bench.readAt(20 * NS, 3, 0);
    bench.run();
    assertThat(bench.happened)
        .containsExactly(
            "read 1 at 0",
            "read 2 at 80",
            "read 1 again at 160",
            "done 2 at 240",
            "read 3 at 240",
            "done 1 at 320",
            "done 3 at 400");
  }

  @Test
  void aRetryWaitsForAnUpdateThatHasBegun() {
    bench.readAt(0, 1, 1);
    bench.updateAt(150 * NS, 2);
    bench.run();
    assertThat(bench.happened)
        .containsExactly(
            "read 1 at 0",
            "update 2 at 150",
            "read 1 again at 170",
            "done 2 at 170",
            "done 1 at 330");
  }

  @Test
  void aReadThatKeepsSaturatingIsRepeatedAtMostSoManyTimes() {
    bench.readAt(0, 1, 100);
    bench.run();
    assertThat(bench.count("retries")).isEqualTo(TileBench.MOST_RETRIES);
    assertThat(bench.count("forwardReads")).isEqualTo(1 + TileBench.MOST_RETRIES);
    assertThat(bench.happened).last().isEqualTo("done 1 at 640");
  }

  @Test
  void anUpdateTakesItsPulsesAndIsCounted() {
    bench.updateAt(0, 1);
    bench.run();
    assertThat(bench.happened).containsExactly("update 1 at 0", "done 1 at 20");
    assertThat(bench.count("updates")).isEqualTo(1);
    assertThat(bench.count("pulsedLinePicoseconds"))
        .isEqualTo(20_000 * (TileBench.ROWS + TileBench.COLUMNS));
    assertThat(bench.count("rowPulses")).isEqualTo(5);
    assertThat(bench.count("columnPulses")).isEqualTo(7);
    assertThat(bench.count("halfSelectedDevices"))
        .isEqualTo(5 * TileBench.COLUMNS + 7 * TileBench.ROWS);
    assertThat(bench.count("coincidences")).isEqualTo(3);
    assertThat(bench.count("conversions")).isZero();
  }

  @Test
  void aShorterTrainTakesItsSlotsAndNoTrainTakesNoTime() {
    bench.updateAt(0, 1, 3);
    bench.updateAt(0, 2, 0);
    bench.updateAt(0, 3, 10);
    bench.run();
    assertThat(bench.happened)
        .containsExactly(
            "update 1 at 0",
            "update 2 at 6",
            "done 1 at 6",
            "update 3 at 6",
            "done 2 at 6",
            "done 3 at 26");
    assertThat(bench.count("updates")).isEqualTo(3);
    assertThat(bench.count("pulseSlots")).isEqualTo(13);
    assertThat(bench.count("pulsedLinePicoseconds"))
        .isEqualTo(26_000 * (TileBench.ROWS + TileBench.COLUMNS));
    assertThat(bench.tile.arrayLedger().busyPs()).isEqualTo(26 * NS);
  }
}
