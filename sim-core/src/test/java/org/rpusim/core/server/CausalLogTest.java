package org.rpusim.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rpusim.core.random.RandomStream;

class CausalLogTest {
  private static final int UNKNOWN = 0;
  private static final int LINK = 1;
  private static final int ARRAY = 2;
  private static final int REASONS = 3;

  private final CausalLog log = new CausalLog(4, 8, UNKNOWN);
  private final TimeLedger ledger = new TimeLedger(log, REASONS);

  private void assertWaiting(long unknownPs, long linkPs, long arrayPs) {
    assertThat(ledger.waitingPs(UNKNOWN)).as("unknown").isEqualTo(unknownPs);
    assertThat(ledger.waitingPs(LINK)).as("link").isEqualTo(linkPs);
    assertThat(ledger.waitingPs(ARRAY)).as("array").isEqualTo(arrayPs);
  }

  @Test
  void eachStageIsChargedForTheTimeItLasted() {
    log.enter(0, LINK, 100);
    log.enter(0, ARRAY, 130);
    log.explain(0, 100, 200, CausalLog.NONE, ledger);
    assertWaiting(0, 30, 70);
  }

  @Test
  void whatLiesBeforeTheFirstStageIsUnknown() {
    log.enter(0, LINK, 100);
    log.explain(0, 40, 150, CausalLog.NONE, ledger);
    assertWaiting(60, 50, 0);
  }

  @Test
  void stagesBeforeTheStretchAreNotCharged() {
    log.enter(0, LINK, 100);
    log.enter(0, ARRAY, 200);
    log.explain(0, 250, 300, CausalLog.NONE, ledger);
    assertWaiting(0, 0, 50);
  }

  @Test
  void aStageThatBeginsWhereTheStretchEndsIsNotCharged() {
    log.enter(0, LINK, 100);
    log.enter(0, ARRAY, 300);
    log.explain(0, 250, 300, CausalLog.NONE, ledger);
    assertWaiting(0, 50, 0);
  }

  @Test
  void theSameStageTwiceIsOne() {
    log.enter(0, LINK, 100);
    log.enter(0, LINK, 150);
    log.explain(0, 100, 200, CausalLog.NONE, ledger);
    assertWaiting(0, 100, 0);
  }

  @Test
  void aStageWithoutLengthLeavesTheChain() {
    log.enter(0, LINK, 100);
    log.enter(0, ARRAY, 150);
    log.enter(0, LINK, 150);
    log.explain(0, 100, 200, CausalLog.NONE, ledger);
    assertWaiting(0, 100, 0);
  }

  @Test
  void aTokenInheritsTheHistoryOfItsCauseAndNothingThatComesAfter() {
    log.enter(0, LINK, 100);
    log.inherit(1, 0);
    log.enter(0, ARRAY, 120);
    log.explain(1, 100, 200, CausalLog.NONE, ledger);
    assertWaiting(0, 100, 0);
  }

  @Test
  void aForgottenHistoryIsUnknown() {
    log.enter(0, LINK, 100);
    log.forget(0);
    log.explain(0, 100, 200, CausalLog.NONE, ledger);
    assertWaiting(100, 0, 0);
  }

  @Test
  void aChainLongerThanTheRingLosesItsOldestPartOnly() {
    for (int stage = 0; stage < 20; stage++) {
      log.enter(0, stage % 2 == 0 ? LINK : ARRAY, 10L * stage);
    }
    log.explain(0, 0, 200, CausalLog.NONE, ledger);
    long known = ledger.waitingPs(LINK) + ledger.waitingPs(ARRAY);
    assertThat(known).isBetween(70L, 80L);
    assertThat(ledger.waitingPs(UNKNOWN)).isEqualTo(200 - known);
  }

  /** Random histories that branch: 20,000 questions, most of which the sums can answer. */
  @Test
  void sumsGiveWhatTheWalkGives() {
    RandomStream random = new RandomStream(7);
    CausalLog history = new CausalLog(6, 64, UNKNOWN);
    long[] anchors = new long[6];
    long[] anchorTimes = new long[6];
    Arrays.fill(anchors, CausalLog.NONE);
    long nowPs = 0;
    for (int i = 0; i < 20_000; i++) {
      int token = random.nextInt(6);
      if (random.nextInt(3) == 0) {
        history.inherit(token, random.nextInt(6));
      }
      history.enter(token, random.nextInt(REASONS), nowPs);
      nowPs += random.nextInt(20);
      int asked = random.nextInt(6);
      TimeLedger bySums = new TimeLedger(history, REASONS);
      TimeLedger byWalk = new TimeLedger(history, REASONS);
      history.explain(token, anchorTimes[asked], nowPs, anchors[asked], bySums);
      history.explain(token, anchorTimes[asked], nowPs, CausalLog.NONE, byWalk);
      for (int r = 0; r < REASONS; r++) {
        assertThat(bySums.waitingPs(r)).as("question %d", i).isEqualTo(byWalk.waitingPs(r));
      }
      anchors[asked] = history.stage(token);
      anchorTimes[asked] = nowPs;
    }
  }

  @Test
  void theRingMustBeAPowerOfTwo() {
    assertThatThrownBy(() -> new CausalLog(1, 12, UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12");
  }
}
