package org.rpusim.cluster;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.sweep.DataParcel;
import org.rpusim.report.sweep.PointCluster;
import org.rpusim.report.sweep.PointParcel;
import org.rpusim.workload.data.DataSet;

/**
 * Apache Spark as a place for points. Each is a job of one task: jobs are begun in their order,
 * Spark repeats the task of a lost worker by itself, and a job that it gives up ends no other one.
 */
final class SparkCluster implements PointCluster {
  private final JavaSparkContext context;
  private final String master;
  private final TaskEvents tasks = new TaskEvents();
  private final List<TaskEvents.Event> heldBack = new ArrayList<>();
  private final Map<Integer, Future<List<String>>> underWay = new LinkedHashMap<>();
  private final IdentityHashMap<DataSet, Broadcast<byte[]>> sets = new IdentityHashMap<>();

  /**
   * Takes a connection over.
   *
   * @param master address, for messages
   */
  SparkCluster(JavaSparkContext context, String master) {
    this.context = context;
    this.master = master;
    context.sc().addSparkListener(tasks);
  }

  @Override
  public int slots() {
    return StrictMath.max(1, context.defaultParallelism());
  }

  @Override
  public void submit(int run, PointParcel parcel, @Nullable DataSet data) {
    Broadcast<byte[]> set =
        data == null
            ? null
            : sets.computeIfAbsent(data, all -> context.broadcast(DataParcel.pack(all)));
    context.setLocalProperty(TaskEvents.RUN, Integer.toString(run));
    PointFunction function = new PointFunction(parcel, set, context.sc().applicationId());
    underWay.put(run, context.parallelize(List.of(run), 1).map(function).collectAsync());
  }

  @Override
  public void poll(Follower follower) {
    requireAlive();
    // Ends first, and beginnings one call later: on a busy slot Spark begins the next run before it
    // tells the end of the last one, and more would seem to be running than can be.
    Iterator<Map.Entry<Integer, Future<List<String>>>> all = underWay.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Integer, Future<List<String>>> one = all.next();
      if (one.getValue().isDone()) {
        end(one.getKey(), one.getValue(), follower);
        all.remove();
      }
    }
    heldBack.forEach(event -> tell(event, follower));
    heldBack.clear();
    for (TaskEvents.Event event = tasks.events().poll();
        event != null;
        event = tasks.events().poll()) {
      heldBack.add(event);
    }
  }

  private static void tell(TaskEvents.Event event, Follower follower) {
    if (event.began()) {
      follower.began(event.run());
    } else {
      follower.lost(event.run());
    }
  }

  private void end(int run, Future<List<String>> job, Follower follower) {
    try {
      follower.ended(run, job.get().getFirst());
    } catch (ExecutionException | CancellationException e) {
      // When Spark ends, it fails all jobs: that is no point's fault.
      requireAlive();
      Throwable cause = e.getCause() == null ? e : e.getCause();
      follower.failed(run, Reasons.of(cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted although the job had ended", e);
    }
  }

  private void requireAlive() {
    if (context.sc().isStopped()) {
      throw new ConfigException(
          "Spark at " + master + " has ended the sweep; spark.log says why.",
          "Maybe go on with --resume; what is done is not run again.");
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
