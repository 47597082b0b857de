package org.rpusim.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeLedgerTest {
  private static final int UNKNOWN = 0;
  private static final int LINK = 1;

  private final CausalLog log = new CausalLog(1, 8, UNKNOWN);
  private final TimeLedger ledger = new TimeLedger(log, 2);

  @Test
  void busyWaitingAndIdleAddUpToThePeriod() {
    log.enter(0, LINK, 0);
    ledger.begin(0, 30);
    ledger.end(110);
    ledger.held(LINK, 125);
    ledger.closePeriod(200);
    assertThat(ledger.busyPs()).isEqualTo(80);
    assertThat(ledger.waitingPs(LINK)).isEqualTo(30 + 15);
    assertThat(ledger.waitingPs(UNKNOWN)).isZero();
    assertThat(ledger.idlePs()).isEqualTo(75);
  }

  @Test
  void theNextPeriodBeginsWhereThisOneEnds() {
    ledger.closePeriod(1000);
    log.enter(0, LINK, 1000);
    ledger.begin(0, 1010);
    ledger.end(1050);
    ledger.closePeriod(1050);
    assertThat(ledger.idlePs()).isEqualTo(1000);
    assertThat(ledger.waitingPs(LINK)).isEqualTo(10);
    assertThat(ledger.busyPs()).isEqualTo(40);
  }

  @Test
  void aPeriodCannotEndDuringWork() {
    ledger.begin(0, 5);
    assertThatThrownBy(() -> ledger.closePeriod(10)).isInstanceOf(IllegalStateException.class);
  }
}
