package org.rpusim.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.core.stats.Counter;

class RateServerTest {
  private final Engine engine = new Engine(new TimingWheel());
  private final CausalLog log = new CausalLog(8, 64, 0);
  private final List<String> completions = new ArrayList<>();

  private RateServer server(double itemsPerSecond, long latencyPs) {
    FifoServer fifo =
        new FifoServer(engine, log, 1, 2, token -> completions.add(token + "@" + engine.nowPs()));
    return new RateServer(fifo, itemsPerSecond, latencyPs, new Counter());
  }

  /** 4096 numbers at 51.2 G/s are 80 ns, as in P1's tile. */
  @Test
  void aVectorTakesItsLengthOverTheRateAndTheLatency() {
    RateServer unit = server(51.2e9, 5_000);
    unit.submit(0, 4096);
    unit.submit(1, 4096);
    engine.run();
    assertThat(completions).containsExactly("0@85000", "1@165000");
    assertThat(unit.items()).isEqualTo(8192);
    assertThat(unit.served().get()).isEqualTo(2);
    assertThat(unit.ledger().busyPs()).isEqualTo(160_000);
  }

  @Test
  void aBatchIsRoundedOnce() {
    RateServer unit = server(3e12, 0);
    unit.submit(0, 10);
    engine.run();
    assertThat(completions).containsExactly("0@4");
  }

  @Test
  void halvingTheRateDoublesTheTime() {
    assertThat(server(25.6e9, 0).durationPs(4096))
        .isEqualTo(2 * server(51.2e9, 0).durationPs(4096));
  }

  @Test
  void nothingTakesNoTime() {
    RateServer unit = server(1e9, 0);
    unit.submit(0, 0);
    engine.run();
    assertThat(completions).containsExactly("0@0");
  }
}
