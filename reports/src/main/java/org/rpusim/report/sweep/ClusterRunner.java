package org.rpusim.report.sweep;

import java.util.BitSet;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.PointTask;

/**
 * Runs what a sweep lacks on a {@link PointCluster}, longest expected first, so that no worker
 * idles at the end. Results are kept in the order in which they come, by the calling thread; the
 * files written of them are those of {@link SweepRunner}.
 */
public final class ClusterRunner {
  private static final long PAUSE_NANOS = 20_000_000;
  // Runs that are handed over and wait: few, so that memory does not grow with the sweep, and
  // enough that no worker waits for the next one.
  private static final int LEAST_WINDOW = 16;
  private static final int WINDOW_A_SLOT = 3;

  private final SweepWriter writer;
  private final SimulatedPoints points;
  private final PointCluster cluster;

  /** Creates a runner. */
  public ClusterRunner(SweepWriter writer, SimulatedPoints points, PointCluster cluster) {
    this.writer = writer;
    this.points = points;
    this.cluster = cluster;
  }

  /**
   * Runs all but those that have a result, until they have ended or the listener asks for a stop.
   *
   * @param finished runs that are left out
   * @throws ConfigException if the cluster has ended; what came until then is on disk
   */
  public void run(BitSet finished, SweepRunner.Listener listener) {
    double[] efforts = efforts(finished);
    listener.expected(efforts);
    new Course(order(efforts), listener).run();
  }

  /** Expected run times, 0 for what is done. */
  private double[] efforts(BitSet finished) {
    SweepPlan plan = writer.plan();
    double[] ofPoint = new double[plan.points()];
    double[] efforts = new double[plan.runs()];
    for (int run = finished.nextClearBit(0);
        run < efforts.length;
        run = finished.nextClearBit(run + 1)) {
      int point = plan.pointOfRun(run);
      if (ofPoint[point] == 0) {
        ofPoint[point] = effort(plan.point(point));
      }
      efforts[run] = ofPoint[point];
    }
    return efforts;
  }

  private double effort(SweepPoint point) {
    try {
      return ExpectedEffort.of(points.task(point, 1));
    } catch (ConfigException e) {
      return 1; // a point that fails as soon as it is begun
    }
  }

  /** Runs with an effort, the longest first, equal ones in the order of the plan. */
  static int[] order(double[] efforts) {
    return IntStream.range(0, efforts.length)
        .filter(run -> efforts[run] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer run) -> -efforts[run]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** One run of the runner. */
  private final class Course implements PointCluster.Follower {
    private final int[] order;
    private final SweepRunner.Listener listener;
    private final SweepPlan plan = writer.plan();
    private final BitSet ended = new BitSet();
    private int next;
    private int underWay;

    Course(int[] order, SweepRunner.Listener listener) {
      this.order = order;
      this.listener = listener;
    }

    void run() {
      while ((next < order.length || underWay > 0) && !listener.stopRequested()) {
        int window = StrictMath.max(LEAST_WINDOW, WINDOW_A_SLOT * cluster.slots());
        if (next < order.length && underWay < window) {
          submit(order[next++]);
        } else {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
        cluster.poll(this);
      }
    }

    private void submit(int run) {
      SweepPoint point = plan.point(plan.pointOfRun(run));
      long seed = plan.seedOfRun(run);
      PointTask task;
      try {
        task = points.task(point, seed);
      } catch (ConfigException e) {
        keep(run, PointResult.failed(point.name(), seed, "", e));
        return;
      }
      underWay++;
      cluster.submit(run, PointParcel.of(task), task.data());
    }

    private void keep(int run, PointResult result) {
      writer.accept(run, result);
      listener.ended(run, result);
    }

    @Override
    public void began(int run) {
      if (!ended.get(run)) {
        listener.progress(run, 0);
      }
    }

    @Override
    public void lost(int run) {
      if (!ended.get(run)) {
        listener.lost(run);
      }
    }

    @Override
    public void ended(int run, String row) {
      end(run, PointResult.ofJson("The result of " + plan.point(plan.pointOfRun(run)).name(), row));
    }

    @Override
    public void failed(int run, String reason) {
      String name = plan.point(plan.pointOfRun(run)).name();
      long seed = plan.seedOfRun(run);
      end(run, PointResult.failed(name, seed, "", new IllegalStateException(reason)));
    }

    private void end(int run, PointResult result) {
      underWay--;
      ended.set(run);
      keep(run, result);
    }
  }
}
