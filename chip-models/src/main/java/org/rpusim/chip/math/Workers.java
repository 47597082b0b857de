package org.rpusim.chip.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads that share the lines of one large operation. Each line's arithmetic is the same whoever
 * does it, so their number changes no result.
 */
public final class Workers {
  /** Does everything on the calling thread. */
  public static final Workers NONE = new Workers(1);

  private final int threads;
  private final ExecutorService helpers;

  /**
   * @param threads threads in all, the calling one included, 1 or more
   * @throws IllegalArgumentException if there are fewer
   */
  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("There must be 1 thread or more, not " + threads + ".");
    }
    this.threads = threads;
    this.helpers =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("rpusim-worker-", 0).factory());
  }

  /** Work on the lines from ≤ line &lt; to. */
  public interface Lines {
    /** Does these lines; touches no other. */
    void work(int from, int to);
  }

  /** Threads in all. */
  public int threads() {
    return threads;
  }

  /**
   * Shares lines 0 to count − 1 and returns when all are done.
   *
   * @param unit shares begin at multiples of it
   */
  public void share(int count, int unit, Lines lines) {
    int share = Math.ceilDiv(Math.ceilDiv(count, unit), threads) * unit;
    List<Future<?>> shares = new ArrayList<>();
    for (int from = share; from < count; from += share) {
      int first = from;
      int end = Math.min(from + share, count);
      shares.add(helpers.submit(() -> lines.work(first, end)));
    }
    lines.work(0, Math.min(share, count));
    shares.forEach(Workers::await);
  }

  private static void await(Future<?> share) {
    try {
      share.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while workers were at work", e);
    }
  }
}
