package org.rpusim.cluster;

import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.sweep.DataParcel;
import org.rpusim.report.sweep.PointParcel;
import org.rpusim.workload.data.DataSet;

/** What a worker does: from a run's texts to its row. */
final class PointFunction implements Function<Integer, String> {
  private static final long serialVersionUID = 1;

  /** Sets of this process, by the number of their broadcast, which is one application's. */
  private static final ConcurrentHashMap<String, DataSet> SETS = new ConcurrentHashMap<>();

  private static final SharedMemory MEMORY = new SharedMemory();

  private final PointParcel parcel;
  private final @Nullable Broadcast<byte[]> data;
  private final String application;

  /**
   * Creates the function.
   *
   * @param data set that the run trains on, or null
   * @param application name by which Spark knows the sweep
   */
  PointFunction(PointParcel parcel, @Nullable Broadcast<byte[]> data, String application) {
    this.parcel = parcel;
    this.data = data;
    this.application = application;
  }

  @Override
  public String call(Integer run) {
    TaskContext task = TaskContext.get();
    return MEMORY.run(() -> parcel.evaluate(set(), task::isInterrupted), parcel::tooLarge);
  }

  private @Nullable DataSet set() {
    Broadcast<byte[]> bytes = data;
    if (bytes == null) {
      return null;
    }
    return SETS.computeIfAbsent(
        application + " " + bytes.id(), key -> DataParcel.unpack(bytes.value()));
  }
}
