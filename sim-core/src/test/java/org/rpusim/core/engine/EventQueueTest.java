package org.rpusim.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventQueueTest {
  static List<Supplier<EventQueue>> queues() {
    return List.of(TimingWheel::new, HeapEventQueue::new);
  }

  @ParameterizedTest
  @MethodSource("queues")
  void anEmptyQueueHasNoNextEvent(Supplier<EventQueue> kind) {
    EventQueue queue = kind.get();
    assertThat(queue.next()).isFalse();
    assertThat(queue.size()).isZero();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void anEventKeepsAllItsNumbers(Supplier<EventQueue> kind) {
    EventQueue queue = kind.get();
    queue.add(Long.MAX_VALUE, Integer.MAX_VALUE, -1, Long.MIN_VALUE);
    queue.add(0, 0, Integer.MIN_VALUE, -1);
    expect(queue, 0, 0, Integer.MIN_VALUE, -1);
    expect(queue, Long.MAX_VALUE, Integer.MAX_VALUE, -1, Long.MIN_VALUE);
    assertThat(queue.next()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void eventsOfEqualTimeLeaveInTheOrderTheyCame(Supplier<EventQueue> kind) {
    // Each moment, on both sides of the borders of the wheel's windows, is given events from far
    // away, from one tick before, and while its own events run.
    for (long moment : new long[] {1, 1023, 1024, 1025, 1 << 20, (1L << 30) - 1, 1L << 40}) {
      EventQueue queue = kind.get();
      queue.add(moment, 0, 0, 0);
      queue.add(moment - 1, 9, 0, 0);
      queue.add(moment, 0, 0, 1);
      queue.add(moment + 1, 9, 0, 0);
      queue.add(moment, 0, 0, 2);
      expect(queue, moment - 1, 9, 0, 0);
      queue.add(moment, 0, 0, 3);
      queue.add(moment, 0, 0, 4);
      for (int payload = 0; payload < 10; payload++) {
        expect(queue, moment, 0, 0, payload);
        if (payload < 5) {
          queue.add(moment, 0, 0, 5 + payload);
        }
      }
      expect(queue, moment + 1, 9, 0, 0);
      assertThat(queue.size()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("queues")
  void aThousandEventsOfOneMomentStayInLine(Supplier<EventQueue> kind) {
    EventQueue queue = kind.get();
    for (int i = 0; i < 1000; i++) {
      queue.add(242_000_000L, i, i, i);
    }
    for (int i = 0; i < 1000; i++) {
      expect(queue, 242_000_000L, i, i, i);
    }
  }

  @ParameterizedTest
  @MethodSource("queues")
  void eventsThatComeInFallingOrderLeaveInRisingOrder(Supplier<EventQueue> kind) {
    // The 17th moves all from the sorted list into the wheel; four are of each time.
    EventQueue queue = kind.get();
    for (int i = 0; i < 400; i++) {
      queue.add(100 - i / 4, 0, 0, i);
    }
    for (int i = 0; i < 400; i++) {
      expect(queue, 1 + i / 4, 0, 0, 4 * (99 - i / 4) + i % 4);
    }
  }

  @ParameterizedTest
  @MethodSource("queues")
  void timeMayJumpBySecondsAndYears(Supplier<EventQueue> kind) {
    EventQueue queue = kind.get();
    long second = 1_000_000_000_000L;
    long time = 0;
    for (int i = 0; i < 60; i++) {
      queue.add(time + (1L << i), 0, i, 0);
      queue.add(time + 3 * second, 0, -i, 0);
      queue.add(time + 3 * second, 0, -i, 1);
      assertThat(queue.next()).isTrue();
      assertThat(queue.next()).isTrue();
      assertThat(queue.next()).isTrue();
      long expected = Math.max(time + (1L << i), time + 3 * second);
      assertThat(queue.timePs()).isEqualTo(expected);
      time = expected;
    }
  }

  @ParameterizedTest
  @MethodSource("queues")
  void anEventAfterTheLimitStaysAndEarlierOnesMayStillCome(Supplier<EventQueue> kind) {
    EventQueue queue = kind.get();
    queue.add(242_000_000, 1, 0, 0);
    queue.add(242_000_007, 2, 0, 0);
    assertThat(queue.next(241_999_999)).isFalse();
    assertThat(queue.size()).isEqualTo(2);
    queue.add(241_999_999, 3, 0, 0);
    expect(queue, 241_999_999, 3, 0, 0);
    assertThat(queue.next(242_000_000)).isTrue();
    assertThat(queue.next(242_000_006)).isFalse();
    assertThat(queue.next(242_000_007)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void anEventBeforeTheLastOneIsRefused(Supplier<EventQueue> kind) {
    EventQueue queue = kind.get();
    queue.add(5000, 0, 0, 0);
    assertThat(queue.next()).isTrue();
    queue.add(5000, 0, 0, 0);
    assertThatThrownBy(() -> queue.add(4999, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4999 ps")
        .hasMessageContaining("5000 ps");
    assertThat(queue.size()).isEqualTo(1);
  }

  private static void expect(EventQueue queue, long timePs, int component, int kind, long payload) {
    assertThat(queue.next()).isTrue();
    assertThat(queue.timePs()).isEqualTo(timePs);
    assertThat(queue.component()).isEqualTo(component);
    assertThat(queue.kind()).isEqualTo(kind);
    assertThat(queue.payload()).isEqualTo(payload);
  }
}
