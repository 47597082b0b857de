package org.rpusim.report.point;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;

/**
 * Numbered jobs on several threads, begun in the order of their numbers. A job that throws ends
 * them all.
 */
public final class Jobs {
  private final int threads;
  private final BooleanSupplier stop;
  private final AtomicReference<@Nullable Throwable> defect = new AtomicReference<>();

  /**
   * Creates a pool.
   *
   * @param threads 1 or more
   * @param stop asked before each job; true leaves the rest undone
   */
  public Jobs(int threads, BooleanSupplier stop) {
    this.threads = threads;
    this.stop = stop;
  }

  /** Whether no further job is begun; jobs under way may ask too. */
  public boolean stopped() {
    return defect.get() != null || stop.getAsBoolean();
  }

  /**
   * Does the jobs 0 to {@code count} − 1 and returns when all threads have ended.
   *
   * @throws ConfigException if a job threw it
   * @throws UncheckedIOException if a job threw it, as a disk was full
   * @throws IllegalStateException if a job threw anything else
   */
  public void run(int count, IntConsumer job) {
    AtomicInteger next = new AtomicInteger();
    join(
        start(() -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            if (stopped()) {
              return;
            }
            job.accept(i);
          }
        }));
    Throwable fault = defect.get();
    if (fault instanceof ConfigException wrong) {
      throw wrong;
    }
    if (fault instanceof UncheckedIOException disk) {
      throw disk;
    }
    if (fault != null) {
      throw new IllegalStateException("the study cannot go on", fault);
    }
  }

  private List<Thread> start(Runnable worker) {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread = Thread.ofPlatform().name("study-", i).unstarted(worker);
      thread.setUncaughtExceptionHandler((stopped, e) -> defect.compareAndSet(null, e));
      thread.start();
      workers.add(thread);
    }
    return workers;
  }

  private static void join(List<Thread> workers) {
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
