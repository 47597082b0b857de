package org.rpusim.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RelativeStateTest {
  private static RelativeState of(long nowPs, long eventPs, int number) {
    RelativeState state = new RelativeState();
    state.begin(nowPs);
    state.putTime(eventPs);
    state.put(number);
    return state;
  }

  @Test
  void momentsThatDifferInTimeAloneAreTheSame() {
    assertThat(of(100, 130, 7).isSameAs(of(5_000, 5_030, 7))).isTrue();
  }

  @Test
  void anyOtherDifferenceTellsThemApart() {
    assertThat(of(100, 130, 7).isSameAs(of(100, 131, 7))).isFalse();
    assertThat(of(100, 130, 7).isSameAs(of(100, 130, 8))).isFalse();
    RelativeState longer = of(100, 130, 7);
    longer.put(0);
    assertThat(of(100, 130, 7).isSameAs(longer)).isFalse();
  }

  @Test
  void whatIsUnknownIsLikeNothing() {
    RelativeState state = of(100, 130, 7);
    state.putUnknown("Part");
    assertThat(state.isSameAs(of(100, 130, 7))).isFalse();
    assertThat(of(100, 130, 7).isSameAs(state)).isFalse();
    assertThat(state.unknown()).isEqualTo("Part");
  }

  @Test
  void aComponentThatDoesNotDescribeItselfIsUnknown() {
    Engine engine = new Engine(new TimingWheel());
    engine.register(Component.of((kind, payload) -> {}));
    RelativeState state = new RelativeState();
    state.begin(engine.nowPs());
    engine.describe(state);
    assertThat(state.unknown()).isNotNull();
  }

  @Test
  void repeatedTimeCountsAndMovesNothing() {
    Engine engine = new Engine(new TimingWheel());
    int id = engine.register(Component.of((kind, payload) -> {}));
    engine.schedule(50, id, 0, 0);
    engine.schedule(70, id, 0, 0);
    engine.runUntil(60);
    engine.repeat(1_000, 4);
    assertThat(engine.nowPs()).isEqualTo(60);
    assertThat(engine.elapsedPs()).isEqualTo(1_060);
    engine.run();
    assertThat(engine.nowPs()).isEqualTo(70);
    assertThat(engine.elapsedPs()).isEqualTo(1_070);
    assertThat(engine.eventCount()).isEqualTo(6);
  }
}
