package org.rpusim.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;

/** What is pending is copied in the order in which it will run. */
final class PendingEventsTest {
  private static List<String> copy(EventQueue queue) {
    PendingEvents copy = new PendingEvents();
    queue.copyTo(copy);
    return copy.inOrder().stream()
        .map(e -> e.timePs() + " " + e.component() + " " + e.kind() + " " + e.payload())
        .toList();
  }

  private static List<String> drain(EventQueue queue) {
    List<String> events = new ArrayList<>();
    while (queue.next()) {
      events.add(
          queue.timePs() + " " + queue.component() + " " + queue.kind() + " " + queue.payload());
    }
    return events;
  }

  /** Near and far times, many of them equal, while the queue is in the middle of its work. */
  @Test
  void theCopyIsWhatComesOutOfBothQueues() {
    RandomStream random = new RandomStream(StreamKey.base(3, 0, 0, 0, 0));
    long[] spans = {3, 40, 5_000, 200_000, 300_000_000, 4_000_000_000L};
    for (int round = 0; round < 200; round++) {
      TimingWheel wheel = new TimingWheel();
      HeapEventQueue heap = new HeapEventQueue();
      long nowPs = 0;
      for (int i = 0; i < 120; i++) {
        int span = random.nextInt(spans.length);
        long timePs = nowPs + random.nextInt((int) Math.min(spans[span], 1_000_000_000));
        wheel.add(timePs, i % 7, i % 3, i);
        heap.add(timePs, i % 7, i % 3, i);
        if (random.nextInt(3) == 0) {
          wheel.next();
          heap.next();
          nowPs = heap.timePs();
        }
      }
      List<String> copied = copy(wheel);
      assertThat(copied).as("round %d", round).isEqualTo(copy(heap)).hasSize(heap.size());
      assertThat(drain(wheel)).as("round %d", round).isEqualTo(copied);
      assertThat(drain(heap)).as("round %d", round).isEqualTo(copied);
    }
  }
}
