package org.rpusim.report.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.WholeFile;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.PointStore;

/**
 * A sweep's folder while results come in: each is on disk as soon as it is handed over, in whatever
 * order; the tables are written in the order of the plan. Its methods may be called by several
 * threads.
 */
public final class SweepWriter {
  static final String DEFINITION = "sweep.yaml";

  /** To wait for the disk takes as long as a short run: of those, one a second is enough. */
  private static final long FORCE_EVERY_NANOS = 1_000_000_000;

  private final SweepPlan plan;
  private final Path folder;
  private final PointStore store;
  private final RecentResults recent = new RecentResults();
  private final BitSet done = new BitSet();
  private long forcedNanos;

  /**
   * Opens a folder, made if it does not exist.
   *
   * @throws IOException if it cannot be made
   * @throws ConfigException if it is of another sweep
   */
  public SweepWriter(SweepPlan plan, Path folder) throws IOException {
    this.plan = plan;
    this.forcedNanos = System.nanoTime();
    this.folder = folder;
    this.store = new PointStore(folder.resolve("points"));
    Path definition = folder.resolve(DEFINITION);
    String text = SweepYaml.of(plan.sweep());
    if (Files.exists(definition) && !Files.readString(definition).equals(text)) {
      throw new ConfigException(
          folder + " holds another sweep, as its " + DEFINITION + " says.",
          "Maybe give the options of the first time, or another --out.");
    }
    WholeFile.write(definition, text);
  }

  /**
   * Whether a run has a result from earlier; one that failed has none.
   *
   * @throws ConfigException if its file is of another configuration
   */
  public boolean hasResult(int run, PointEvaluator evaluator) {
    SweepPoint point = plan.point(plan.pointOfRun(run));
    String name = point.fileName(plan.seedOfRun(run));
    PointResult earlier = store.read(name);
    if (earlier == null || !earlier.succeeded()) {
      return false;
    }
    store.requireSame(name, earlier, evaluator.fingerprint(point, plan.seedOfRun(run)));
    mark(run);
    return true;
  }

  /** Keeps a result. */
  public void accept(int run, PointResult result) {
    String name = plan.point(plan.pointOfRun(run)).fileName(plan.seedOfRun(run));
    store.write(name, result, isForced());
    recent.add(name, result);
    mark(run);
  }

  /**
   * Whether the disk is waited for: after each long run, and now and then among short ones, of
   * which a power failure may cost the last.
   */
  private synchronized boolean isForced() {
    long now = System.nanoTime();
    if (now - forcedNanos < FORCE_EVERY_NANOS) {
      return false;
    }
    forcedNanos = now;
    return true;
  }

  private void mark(int run) {
    synchronized (done) {
      done.set(run);
    }
  }

  /** Number of runs with a result, failed ones included. */
  public int doneRuns() {
    synchronized (done) {
      return done.cardinality();
    }
  }

  boolean isDone(int run) {
    synchronized (done) {
      return done.get(run);
    }
  }

  SweepPlan plan() {
    return plan;
  }

  Path folder() {
    return folder;
  }

  /** The result of a run, read from disk where it is not of late; null if there is none. */
  @Nullable PointResult result(int point, long seed) {
    String name = plan.point(point).fileName(seed);
    PointResult result = recent.of(name);
    return result == null ? store.read(name) : result;
  }
}
