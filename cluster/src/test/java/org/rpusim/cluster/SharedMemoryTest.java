package org.rpusim.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a run that finds too little memory. */
@Timeout(60)
final class SharedMemoryTest {
  private static String outOfMemory() {
    throw new OutOfMemoryError("invented");
  }

  @Test
  void aRunThatIsTooLargeEvenByItselfIsSaidSoAfterTwoAttempts() {
    AtomicInteger attempts = new AtomicInteger();
    String result =
        new SharedMemory()
            .run(
                () -> {
                  attempts.incrementAndGet();
                  return outOfMemory();
                },
                e -> "too large: " + e.getMessage());
    assertThat(result).isEqualTo("too large: invented");
    assertThat(attempts).hasValue(2);
  }

  @Test
  void aRunThatFindsTooLittleBesideOthersIsRunAgainWhenTheyHaveEnded() throws Exception {
    SharedMemory memory = new SharedMemory();
    CountDownLatch neighbourRuns = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicBoolean neighbourEnded = new AtomicBoolean();
    Thread neighbour =
        new Thread(() ->
            memory.run(
                () -> {
                  neighbourRuns.countDown();
                  awaitQuietly(mayEnd);
                  neighbourEnded.set(true);
                  return "done";
                },
                e -> "too large"));
    neighbour.start();
    neighbourRuns.await();
    AtomicInteger attempts = new AtomicInteger();
    String result =
        memory.run(
            () -> {
              if (attempts.incrementAndGet() == 1) {
                mayEnd.countDown();
                return outOfMemory();
              }
              assertThat(neighbourEnded).as("nothing beside it").isTrue();
              return "done";
            },
            e -> "too large");
    neighbour.join();
    assertThat(result).isEqualTo("done");
    assertThat(attempts).hasValue(2);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
