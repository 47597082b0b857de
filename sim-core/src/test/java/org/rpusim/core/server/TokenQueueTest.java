package org.rpusim.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;

class TokenQueueTest {
  private static final int ADD_FIRST = 0;
  private static final int ADD_LAST = 1;
  private static final int KINDS_OF_STEP = 3;

  private final TokenQueue queue = new TokenQueue();

  @Test
  void entriesLeaveInTheOrderOfTheirArrival() {
    queue.addLast(1);
    queue.addLast(2);
    queue.addLast(3);
    assertThat(queue.removeFirst()).isEqualTo(1);
    assertThat(queue.removeFirst()).isEqualTo(2);
    assertThat(queue.removeFirst()).isEqualTo(3);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void anEntryAddedAtTheHeadLeavesNext() {
    queue.addLast(1);
    queue.addFirst(2);
    queue.addFirst(3);
    assertThat(queue.removeFirst()).isEqualTo(3);
    assertThat(queue.removeFirst()).isEqualTo(2);
    assertThat(queue.removeFirst()).isEqualTo(1);
  }

  @Test
  void anEmptyQueueGivesNothing() {
    assertThatThrownBy(queue::removeFirst).isInstanceOf(IllegalStateException.class);
  }

  /** 20,000 random steps, with both ends and several growths, beside the JDK's queue. */
  @Test
  void itBehavesLikeTheOracleThroughWrappingAndGrowth() {
    ArrayDeque<Long> oracle = new ArrayDeque<>();
    long base = StreamKey.base(11, 0, 0, 0, 0);
    for (int step = 0; step < 20_000; step++) {
      int kind = Math.floorMod(RandomStream.word(base, step), KINDS_OF_STEP);
      if (kind == ADD_FIRST) {
        queue.addFirst(step);
        oracle.addFirst((long) step);
      } else if (kind == ADD_LAST) {
        queue.addLast(step);
        oracle.addLast((long) step);
      } else if (!oracle.isEmpty()) {
        assertThat(queue.removeFirst()).as("seed 11, step %d", step).isEqualTo(oracle.remove());
      }
      assertThat(queue.size()).isEqualTo(oracle.size());
    }
    assertThat(oracle.size()).isGreaterThan(1000);
  }
}
