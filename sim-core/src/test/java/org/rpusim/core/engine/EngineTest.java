package org.rpusim.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTest {
  private final Engine engine = new Engine(new TimingWheel());
  private final List<String> log = new ArrayList<>();

  private int logging(String name) {
    return engine.register(
        Component.of(
            (kind, payload) -> log.add(name + kind + "/" + payload + "@" + engine.nowPs())));
  }

  @Test
  void eventsRunInTheOrderOfTheirTimesAtTheirComponents() {
    int a = logging("a");
    int b = logging("b");
    engine.schedule(20_000, a, 1, 7);
    engine.schedule(1250, b, 2, 8);
    engine.scheduleAt(20_000, b, 3, 9);
    engine.run();
    assertThat(log).containsExactly("b2/8@1250", "a1/7@20000", "b3/9@20000");
    assertThat(engine.nowPs()).isEqualTo(20_000);
    assertThat(engine.eventCount()).isEqualTo(3);
    assertThat(engine.pendingCount()).isZero();
  }

  @Test
  void anEventWithoutDelayRunsAfterThoseAlreadyScheduledForNow() {
    int a = logging("a");
    int starter =
        engine.register(
            Component.of((kind, payload) -> {
              log.add("start");
              engine.schedule(0, a, 2, 0);
            }));
    engine.scheduleAt(5, starter, 0, 0);
    engine.scheduleAt(5, a, 1, 0);
    engine.run();
    assertThat(log).containsExactly("start", "a1/0@5", "a2/0@5");
  }

  @Test
  void runUntilRunsWhatIsDueAtTheTimeAndNothingLater() {
    int a = logging("a");
    engine.scheduleAt(80_000, a, 0, 0);
    engine.scheduleAt(80_001, a, 1, 0);
    engine.runUntil(79_999);
    assertThat(log).isEmpty();
    assertThat(engine.nowPs()).isEqualTo(79_999);
    engine.runUntil(80_000);
    assertThat(log).containsExactly("a0/0@80000");
    engine.schedule(0, a, 2, 0);
    engine.run();
    assertThat(log).containsExactly("a0/0@80000", "a2/0@80000", "a1/0@80001");
  }

  @Test
  void aStoppedRunGoesOnWhereItEnded() {
    int stopper = engine.register(Component.of((kind, payload) -> engine.stop()));
    int a = logging("a");
    engine.scheduleAt(10, stopper, 0, 0);
    engine.scheduleAt(10, a, 0, 0);
    engine.runUntil(50);
    assertThat(engine.nowPs()).isEqualTo(10);
    assertThat(log).isEmpty();
    engine.runUntil(50);
    assertThat(log).containsExactly("a0/0@10");
    assertThat(engine.nowPs()).isEqualTo(50);
  }

  @Test
  void anEventInThePastIsRefusedWithItsPlace() {
    int a = logging("a");
    engine.runUntil(100);
    assertThatThrownBy(() -> engine.scheduleAt(99, a, 3, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind 3")
        .hasMessageContaining("99 ps lies in the past of 100 ps");
    assertThatThrownBy(() -> engine.schedule(-1, a, 3, 0)).hasMessageContaining("negative delay");
    assertThatThrownBy(() -> engine.runUntil(99)).hasMessageContaining("100 ps already");
    assertThat(engine.pendingCount()).isZero();
  }

  @Test
  void theEndOfTimeIsAnErrorAndNotAnOverflow() {
    int a = logging("a");
    engine.runUntil(10);
    engine.schedule(Long.MAX_VALUE - 10, a, 0, 0);
    assertThatThrownBy(() -> engine.schedule(Long.MAX_VALUE - 9, a, 0, 0))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("past the end of time");
    assertThatThrownBy(() -> engine.scheduleAt(Long.MAX_VALUE + engine.nowPs(), a, 0, 0))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("past the end of time");
    engine.run();
    assertThat(engine.nowPs()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anUnknownComponentIsRefused() {
    logging("a");
    assertThatThrownBy(() -> engine.schedule(0, 1, 0, 0)).hasMessageContaining("component 1");
    assertThatThrownBy(() -> engine.schedule(0, -1, 0, 0)).hasMessageContaining("component -1");
  }

  @Test
  void manyComponentsGetIdsInOrder() {
    for (int i = 0; i < 100; i++) {
      assertThat(logging("c" + i)).isEqualTo(i);
    }
    engine.schedule(0, 99, 0, 0);
    engine.run();
    assertThat(log).containsExactly("c990/0@0");
  }

  @Test
  void aRunInsideARunIsRefusedAndAFailedRunCanBeFollowedByAnother() {
    int nested = engine.register(Component.of((kind, payload) -> engine.run()));
    engine.schedule(0, nested, 0, 0);
    assertThatThrownBy(engine::run).isInstanceOf(IllegalStateException.class);
    int a = logging("a");
    engine.schedule(1, a, 0, 0);
    engine.run();
    assertThat(log).containsExactly("a0/0@1");
  }
}
