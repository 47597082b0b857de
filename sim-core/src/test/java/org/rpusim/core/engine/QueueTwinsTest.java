package org.rpusim.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;

/** The wheel and the heap must agree on anything. */
class QueueTwinsTest {
  private static final long[] HARDWARE_DELAYS_PS = {1250, 20_000, 80_000, 242_000_000};

  @Test
  void wheelAndHeapAgreeOnRandomCases() {
    for (int seed = 0; seed < 400; seed++) {
      RandomStream random = new RandomStream(StreamKey.base(seed, 0, 0, 0, 0));
      EventQueue wheel = new TimingWheel();
      EventQueue heap = new HeapEventQueue();
      int target = 1 + random.nextInt(seed % 10 == 0 ? 3000 : 60);
      int style = random.nextInt(6);
      long now = 0;
      for (int step = 0; step < 2000; step++) {
        boolean add = random.nextInt(2 * target) >= wheel.size();
        if (add) {
          long time = now + delay(random, style, now);
          wheel.add(time, step & 7, step, -step);
          heap.add(time, step & 7, step, -step);
        } else {
          long limit = random.nextInt(3) == 0 ? now + delay(random, style, now) : Long.MAX_VALUE;
          boolean there = heap.next(limit);
          assertThat(wheel.next(limit)).as("seed %d step %d", seed, step).isEqualTo(there);
          compare(wheel, heap, seed, step);
          now = there ? heap.timePs() : limit;
        }
      }
      while (heap.next()) {
        assertThat(wheel.next()).as("seed %d", seed).isTrue();
        compare(wheel, heap, seed, -1);
      }
      assertThat(wheel.next()).isFalse();
    }
  }

  private static long delay(RandomStream random, int style, long now) {
    long longest = Long.MAX_VALUE - now;
    long delay =
        switch (style) {
          case 0 -> random.nextInt(5);
          case 1 -> HARDWARE_DELAYS_PS[random.nextInt(4)];
          case 2 -> random.nextLong() >>> (1 + random.nextInt(63));
          case 3 -> random.nextInt(1 << random.nextInt(16)); // dense: slots are spread
          case 4 -> (1L << 28) + random.nextInt(9000) - 4500; // on both sides of the ring's reach
          default -> (1L << random.nextInt(40)) - now % (1L << random.nextInt(40));
        };
    return Math.clamp(delay, 0, style == 2 ? longest / 8 : longest);
  }

  private static void compare(EventQueue wheel, EventQueue heap, int seed, int step) {
    if (wheel.timePs() != heap.timePs()
        || wheel.kind() != heap.kind()
        || wheel.component() != heap.component()
        || wheel.payload() != heap.payload()
        || wheel.size() != heap.size()) {
      throw new AssertionError(
          "seed %d step %d: wheel %d ps kind %d, heap %d ps kind %d"
              .formatted(seed, step, wheel.timePs(), wheel.kind(), heap.timePs(), heap.kind()));
    }
  }

  @Test
  void nothingIsAllocatedInSteadyState() {
    assertThat(bytesOfSteadyState(new TimingWheel())).isLessThan(10_000);
    assertThat(bytesOfSteadyState(new HeapEventQueue())).isLessThan(10_000);
  }

  private static long bytesOfSteadyState(EventQueue queue) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 1000; i++) {
      queue.add(i, 0, i, i);
    }
    hold(queue, 10_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    hold(queue, 100_000);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void hold(EventQueue queue, int events) {
    for (int i = 0; i < events; i++) {
      assertTrue(queue.next());
      queue.add(queue.timePs() + HARDWARE_DELAYS_PS[i & 3], 0, queue.kind(), 0);
    }
  }

  private static void assertTrue(boolean condition) {
    if (!condition) {
      throw new AssertionError("The queue is empty");
    }
  }
}
