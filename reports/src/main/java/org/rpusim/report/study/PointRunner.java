package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;

/**
 * Runs the points of a study on several threads, one point a thread. Each run is on disk as soon as
 * it ended; one that fails is written with its reason, and the others go on. Runs share nothing, so
 * the number of threads changes no result.
 */
public final class PointRunner {
  private final PointSimulator simulator;
  private final PointStore store;
  private final int threads;
  private final StudyListener listener;
  private final AtomicReference<@Nullable Throwable> defect = new AtomicReference<>();

  /**
   * @param threads 1 or more
   */
  public PointRunner(
      PointSimulator simulator, PointStore store, int threads, StudyListener listener) {
    this.simulator = simulator;
    this.store = store;
    this.threads = threads;
    this.listener = listener;
  }

  /**
   * Runs all tasks that are not on disk yet.
   *
   * @param finished what is on disk, by {@link PointTask#fileName}
   * @return a result for each task, in their order; fewer if the listener asked for a stop
   */
  public ImmutableList<PointResult> run(
      List<PointTask> tasks, ImmutableMap<String, PointResult> finished) {
    AtomicReferenceArray<@Nullable PointResult> results = new AtomicReferenceArray<>(tasks.size());
    AtomicInteger next = new AtomicInteger();
    for (int i = 0; i < tasks.size(); i++) {
      results.set(i, finished.get(tasks.get(i).fileName()));
    }
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
            if (results.get(i) == null && !stopped()) {
              results.set(i, runAndStore(tasks.get(i)));
            }
          }
        };
    join(start(worker));
    Throwable fault = defect.get();
    if (fault != null) {
      throw new IllegalStateException("the study cannot go on", fault);
    }
    ImmutableList.Builder<PointResult> all = ImmutableList.builder();
    for (int i = 0; i < tasks.size(); i++) {
      PointResult result = results.get(i);
      if (result != null) {
        all.add(result);
      }
    }
    return all.build();
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

  private boolean stopped() {
    return defect.get() != null || listener.stopRequested();
  }

  private @Nullable PointResult runAndStore(PointTask task) {
    synchronized (listener) {
      listener.started(task);
    }
    PointResult result = run(task);
    if (result != null) {
      store.write(task, result);
      synchronized (listener) {
        listener.ended(task, result);
      }
    }
    return result;
  }

  /** The result or the failure, or null if the run was stopped. */
  private @Nullable PointResult run(PointTask task) {
    try {
      RunResult result = simulator.run(task, new Follower(task));
      return result.complete() ? succeeded(task, result) : null;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return failed(task, e);
    }
  }

  private static PointResult succeeded(PointTask task, RunResult result) {
    ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
    for (String path : result.metrics().values().keySet()) {
      Double number = result.metrics().number(path);
      if (number != null) {
        figures.put(path, number);
      }
    }
    ImmutableList.Builder<PointResult.Epoch> epochs = ImmutableList.builder();
    for (EpochResult epoch : result.epochs()) {
      epochs.add(new PointResult.Epoch(epoch.epoch(), epoch.testErrorPercent(), epoch.trainLoss()));
    }
    return new PointResult(
        task.point(), task.seed(), task.fingerprint(), "", figures.buildOrThrow(), epochs.build());
  }

  private static PointResult failed(PointTask task, Throwable e) {
    String message = Objects.requireNonNullElse(e.getMessage(), "no message");
    String reason = e.getClass().getSimpleName() + ": " + message.lines().findFirst().orElse("");
    return new PointResult(
        task.point(),
        task.seed(),
        task.fingerprint(),
        reason,
        ImmutableMap.of(),
        ImmutableList.of());
  }

  /** Passes a run's progress on. */
  private final class Follower implements RunListener {
    private final PointTask task;

    Follower(PointTask task) {
      this.task = task;
    }

    @Override
    public void progress(long done, long total) {
      synchronized (listener) {
        listener.progress(task, (double) done / StrictMath.max(1, total));
      }
    }

    @Override
    public boolean stopRequested() {
      return stopped();
    }
  }
}
