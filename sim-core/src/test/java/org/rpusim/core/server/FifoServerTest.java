package org.rpusim.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;

class FifoServerTest {
  private static final int UNKNOWN = 0;
  private static final int SERVER = 1;

  private final Engine engine = new Engine(new TimingWheel());
  private final CausalLog log = new CausalLog(8, 64, UNKNOWN);
  private final List<String> completions = new ArrayList<>();
  private final FifoServer server =
      new FifoServer(
          engine, log, SERVER, 2, token -> completions.add(token + "@" + engine.nowPs()));
  private final int submitter =
      engine.register(Component.of((token, servicePs) -> server.submit(token, servicePs, 0)));

  private void submitAt(long timePs, int token, long servicePs) {
    engine.scheduleAt(timePs, submitter, token, servicePs);
  }

  @Test
  void workIsServedOneAfterTheOtherInTheOrderOfItsArrival() {
    server.submit(0, 100, 0);
    server.submit(1, 50, 0);
    server.submit(2, 0, 0);
    submitAt(120, 3, 10);
    engine.run();
    assertThat(completions).containsExactly("0@100", "1@150", "2@150", "3@160");
    assertThat(server.served().get()).isEqualTo(4);
  }

  @Test
  void theLatencyOfAResultDoesNotHoldTheServer() {
    server.submit(0, 100, 30);
    server.submit(1, 10, 30);
    engine.run();
    assertThat(completions).containsExactly("0@130", "1@140");
    assertThat(server.ledger().busyPs()).isEqualTo(110);
  }

  @Test
  void eachResultHasItsOwnLatency() {
    server.submit(0, 10, 50);
    server.submit(1, 10, 5);
    engine.run();
    assertThat(completions).containsExactly("1@25", "0@60");
  }

  @Test
  void workThatArrivesOneTickBeforeTheEndWaitsOneTick() {
    server.submit(0, 100, 0);
    submitAt(99, 1, 10);
    engine.run();
    assertThat(completions).containsExactly("0@100", "1@110");
  }

  @Test
  void workThatArrivesAtTheTickOfTheEndIsServedAtOnce() {
    server.submit(0, 100, 0);
    submitAt(100, 1, 10);
    submitAt(300, 2, 10);
    engine.run();
    server.ledger().closePeriod(engine.nowPs());
    assertThat(completions).containsExactly("0@100", "1@110", "2@310");
    assertThat(server.ledger().busyPs()).isEqualTo(120);
    assertThat(server.ledger().waitingPs(UNKNOWN)).isEqualTo(190);
    assertThat(server.ledger().idlePs()).isZero();
  }

  @Test
  void whoWaitedForTheServerLearnsSo() {
    TimeLedger downstream = new TimeLedger(log, 2);
    server.submit(0, 100, 0);
    server.submit(1, 50, 20);
    engine.run();
    downstream.begin(1, engine.nowPs());
    assertThat(downstream.waitingPs(SERVER)).isEqualTo(170);
    assertThat(downstream.waitingPs(UNKNOWN)).isZero();
  }
}
