package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.point.Jobs;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.PointSimulator;
import org.rpusim.report.point.PointStore;
import org.rpusim.report.point.PointTask;
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
  private final StudyListener listener;
  private final Jobs jobs;

  /**
   * @param threads 1 or more
   */
  public PointRunner(
      PointSimulator simulator, PointStore store, int threads, StudyListener listener) {
    this.simulator = simulator;
    this.store = store;
    this.listener = listener;
    this.jobs = new Jobs(threads, listener::stopRequested);
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
    for (int i = 0; i < tasks.size(); i++) {
      results.set(i, finished.get(tasks.get(i).fileName()));
    }
    jobs.run(
        tasks.size(),
        i -> {
          if (results.get(i) == null) {
            results.set(i, runAndStore(tasks.get(i)));
          }
        });
    ImmutableList.Builder<PointResult> all = ImmutableList.builder();
    for (int i = 0; i < tasks.size(); i++) {
      PointResult result = results.get(i);
      if (result != null) {
        all.add(result);
      }
    }
    return all.build();
  }

  private @Nullable PointResult runAndStore(PointTask task) {
    synchronized (listener) {
      listener.started(task);
    }
    PointResult result = run(task);
    if (result != null) {
      store.write(task.fileName(), result);
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
      return result.complete()
          ? PointResult.of(task, result, FiguresBeside.of(task, result))
          : null;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return PointResult.failed(task, e);
    }
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
      return jobs.stopped();
    }
  }
}
