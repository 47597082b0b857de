package org.rpusim.chip.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rpusim.core.server.TimeLedger;

/** A resource of a tile is refused one tick too early and granted at the tick. */
class TileGateTest {
  private static final long NS = 1_000;

  private static long waiting(TimeLedger ledger, WaitReason reason) {
    return ledger.waitingPs(reason.index());
  }

  @Test
  void aCycleThatComesOneTickBeforeTheArrayIsFreeWaitsThatTick() {
    TileBench early = new TileBench();
    early.updateAt(0, 1);
    early.updateAt(20 * NS - 1, 2);
    early.run();
    assertThat(early.happened)
        .containsExactly("update 1 at 0", "update 2 at 20", "done 1 at 20", "done 2 at 40");
  }

  @Test
  void aCycleThatComesAtTheTickStartsAtOnce() {
    TileBench late = new TileBench();
    late.updateAt(0, 1);
    late.updateAt(20 * NS + 1, 2);
    late.run();
    assertThat(late.happened)
        .containsExactly(
            "update 1 at 0", "done 1 at 20", "update 2 at 20 ns + 1 ps", "done 2 at 40 ns + 1 ps");
    assertThat(waiting(late.tile.arrayLedger(), WaitReason.DATA)).isEqualTo(1);
  }

  @Test
  void aReadBehindAnUpdateSaysThatItWaitedForTheWeights() {
    TileBench bench = new TileBench();
    bench.updateAt(0, 1);
    bench.readAt(5 * NS, 2, 0);
    bench.run();
    assertThat(bench.happened)
        .containsExactly("update 1 at 0", "read 2 at 20", "done 1 at 20", "done 2 at 180");
    TimeLedger converters = bench.tile.converterLedger();
    assertThat(waiting(converters, WaitReason.DATA)).isEqualTo(5 * NS);
    assertThat(waiting(converters, WaitReason.WEIGHTS_BEING_UPDATED)).isEqualTo(15 * NS);
    assertThat(waiting(converters, WaitReason.TILE_BUSY)).isEqualTo(80 * NS);
  }

  /** It waited for the read, too, before the update: that time the converters were not idle. */
  @Test
  void aReadThatCameBeforeTheUpdateBeganSaysSoToo() {
    TileBench bench = new TileBench();
    bench.conversionPs = 5 * NS;
    bench.readAt(0, 1, 0);
    bench.updateAt(10 * NS, 2);
    bench.readAt(20 * NS, 3, 0);
    bench.readAt(30 * NS, 4, 0);
    bench.run();
    assertThat(bench.happened)
        .containsExactly(
            "read 1 at 0",
            "update 2 at 80",
            "done 1 at 85",
            "read 3 at 100",
            "done 2 at 100",
            "read 4 at 180",
            "done 3 at 185",
            "done 4 at 265");
    TimeLedger converters = bench.tile.converterLedger();
    assertThat(waiting(converters, WaitReason.WEIGHTS_BEING_UPDATED)).isEqualTo(15 * NS);
    assertThat(waiting(converters, WaitReason.TILE_BUSY)).isEqualTo((80 + 80 + 75) * NS);
  }

  /** First come, first served, but for the retry. */
  @Test
  void readsAndUpdatesAreServedAsTheyComeAndARetryIsServedNext() {
    TileBench bench = new TileBench();
    bench.conversionPs = 5 * NS;
    bench.readAt(0, 1, 1);
    bench.updateAt(10 * NS, 2);
    bench.readAt(11 * NS, 3, 0);
    bench.updateAt(12 * NS, 4);
    bench.run();
    assertThat(bench.happened)
        .containsExactly(
            "read 1 at 0",
            "update 2 at 80",
            "read 1 again at 100",
            "done 2 at 100",
            "read 3 at 180",
            "done 1 at 185",
            "update 4 at 260",
            "done 3 at 265",
            "done 4 at 280");
  }

  /** One vector fits; the second stays in the converters until the first has left at 500. */
  @Test
  void aFullOutputBufferBlocksTheConvertersAndThenTheArray() {
    TileBench bench = new TileBench("tile.outputBufferVectors=1");
    for (int token = 1; token <= 4; token++) {
      bench.readAt(0, token, 0);
    }
    bench.releaseAt(500 * NS);
    bench.releaseAt(501 * NS);
    bench.releaseAt(900 * NS);
    bench.run();
    assertThat(bench.happened)
        .containsExactly(
            "read 1 at 0",
            "read 2 at 80",
            "done 1 at 160",
            "read 3 at 160",
            "read 4 at 500",
            "done 2 at 500",
            "done 3 at 580",
            "done 4 at 900");
    TimeLedger converters = bench.tile.converterLedger();
    assertThat(waiting(converters, WaitReason.BUFFER_FULL)).isEqualTo((260 + 240) * NS);
    TimeLedger array = bench.tile.arrayLedger();
    assertThat(waiting(array, WaitReason.CONVERTER_BUSY)).isEqualTo(260 * NS);
  }

  @Test
  void roomOneTickAfterTheConversionComesOneTickLate() {
    TileBench bench = new TileBench("tile.outputBufferVectors=1");
    bench.readAt(0, 1, 0);
    bench.readAt(0, 2, 0);
    bench.releaseAt(240 * NS + 1);
    bench.run();
    assertThat(bench.happened).last().isEqualTo("done 2 at 240 ns + 1 ps");
    TileBench inTime = new TileBench("tile.outputBufferVectors=1");
    inTime.readAt(0, 1, 0);
    inTime.readAt(0, 2, 0);
    inTime.releaseAt(240 * NS);
    inTime.run();
    assertThat(inTime.happened).last().isEqualTo("done 2 at 240");
    assertThat(waiting(inTime.tile.converterLedger(), WaitReason.BUFFER_FULL)).isZero();
  }

  @Test
  void aRetryNeedsNoRoomInTheOutputBuffer() {
    TileBench bench = new TileBench("tile.outputBufferVectors=1");
    bench.readAt(0, 1, 0);
    bench.readAt(0, 2, 1);
    bench.releaseAt(900 * NS);
    bench.run();
    assertThat(bench.happened)
        .containsExactly(
            "read 1 at 0", "read 2 at 80", "done 1 at 160", "read 2 again at 240", "done 2 at 900");
  }

  @Test
  void everyPicosecondOfArrayAndConvertersIsAccountedFor() {
    TileBench bench = new TileBench("tile.outputBufferVectors=1");
    bench.readAt(3, 1, 2);
    bench.updateAt(40 * NS, 2);
    bench.readAt(41 * NS, 3, 1);
    bench.updateAt(700 * NS, 4);
    bench.releaseAt(777 * NS);
    bench.run();
    assertAllAccounted(bench.tile.arrayLedger(), bench.engine.nowPs());
    assertAllAccounted(bench.tile.converterLedger(), bench.engine.nowPs());
  }

  private static void assertAllAccounted(TimeLedger ledger, long endPs) {
    long sum = ledger.busyPs() + ledger.idlePs();
    for (WaitReason reason : WaitReason.values()) {
      assertThat(waiting(ledger, reason)).as(reason.key()).isNotNegative();
      sum += waiting(ledger, reason);
    }
    assertThat(sum).isEqualTo(endPs);
  }

  @Test
  void aBufferIsFullWhenItsBitsAre() {
    VectorBuffer buffer = new VectorBuffer(9, 100);
    assertThat(buffer.tryAcquire(60)).isTrue();
    assertThat(buffer.tryAcquire(41)).isFalse();
    assertThat(buffer.tryAcquire(40)).isTrue();
    buffer.release(60);
    assertThat(buffer.freeBits()).isEqualTo(60);
    assertThat(buffer.peakBits()).isEqualTo(100);
  }

  @Test
  void aBufferGrantsNoMoreThanItHolds() {
    VectorBuffer buffer = new VectorBuffer(2);
    assertThat(buffer.tryAcquire()).isTrue();
    assertThat(buffer.tryAcquire()).isTrue();
    assertThat(buffer.tryAcquire()).isFalse();
    buffer.release();
    assertThat(buffer.tryAcquire()).isTrue();
    assertThat(buffer.peak()).isEqualTo(2);
    buffer.release();
    buffer.release();
    assertThatThrownBy(buffer::release).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new VectorBuffer(0)).hasMessageContaining("not 0");
  }
}
