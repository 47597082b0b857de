package org.rpusim.report.sweep;

import java.util.BitSet;
import org.rpusim.report.point.Jobs;
import org.rpusim.report.point.PointResult;
import org.rpusim.workload.result.RunListener;

/** Runs what a sweep lacks on several threads, one run a thread; their number changes no result. */
public final class SweepRunner {
  /** Follows a sweep; called from any of its threads, by one at a time. */
  public interface Listener {
    /**
     * Told before anything runs, where run times are expected to differ.
     *
     * @param efforts expected run time by run, relative to the others; 0 for what is done already
     */
    default void expected(double[] efforts) {}

    /** A run goes on; {@code fraction} of it is done. */
    void progress(int run, double fraction);

    /** A run that was under way starts again later, as what it ran on is gone. */
    default void lost(int run) {}

    /** A run ended and is on disk. */
    void ended(int run, PointResult result);

    /**
     * Asked often, by several threads at once; true ends all runs, and those under way leave
     * nothing.
     */
    boolean stopRequested();
  }

  private final SweepWriter writer;
  private final PointEvaluator evaluator;
  private final int threads;

  /**
   * Creates a runner.
   *
   * @param threads 1 or more
   */
  public SweepRunner(SweepWriter writer, PointEvaluator evaluator, int threads) {
    this.writer = writer;
    this.evaluator = evaluator;
    this.threads = threads;
  }

  /**
   * The runs that have a result from earlier.
   *
   * @throws org.rpusim.chip.config.ConfigException if one is of another configuration
   */
  public BitSet finished() {
    BitSet finished = new BitSet();
    new Jobs(threads, () -> false)
        .run(
            writer.plan().runs(),
            run -> {
              if (writer.hasResult(run, evaluator)) {
                synchronized (finished) {
                  finished.set(run);
                }
              }
            });
    return finished;
  }

  /**
   * Runs all others.
   *
   * @param finished runs that are left out
   */
  public void run(BitSet finished, Listener listener) {
    Jobs jobs = new Jobs(threads, listener::stopRequested);
    jobs.run(
        writer.plan().runs(),
        run -> {
          if (!finished.get(run)) {
            evaluate(run, listener, jobs);
          }
        });
  }

  private void evaluate(int run, Listener listener, Jobs jobs) {
    SweepPlan plan = writer.plan();
    RunListener follower =
        new RunListener() {
          @Override
          public void progress(long done, long total) {
            synchronized (listener) {
              listener.progress(run, (double) done / StrictMath.max(1, total));
            }
          }

          @Override
          public boolean stopRequested() {
            return jobs.stopped();
          }
        };
    PointResult result =
        evaluator.evaluate(plan.point(plan.pointOfRun(run)), plan.seedOfRun(run), follower);
    if (result != null) {
      writer.accept(run, result);
      synchronized (listener) {
        listener.ended(run, result);
      }
    }
  }
}
