package org.rpusim.cluster;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Notes on Spark's own thread what tasks do, for the thread that asks. */
final class TaskEvents extends SparkListener {
  /** Name of a job's property that holds its run. */
  static final String RUN = "rpusim.run";

  /** A task of a run began, or was lost. */
  record Event(int run, boolean began) {}

  private final ConcurrentHashMap<Integer, Integer> runOfStage = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();

  /** What happened since the last call, in its order. */
  ConcurrentLinkedQueue<Event> events() {
    return events;
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted stage) {
    String run = stage.properties().getProperty(RUN);
    if (run != null) {
      runOfStage.put(stage.stageInfo().stageId(), Integer.valueOf(run));
    }
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart task) {
    Integer run = runOfStage.get(task.stageId());
    if (run != null) {
      events.add(new Event(run, true));
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    Integer run = runOfStage.get(task.stageId());
    if (run != null && !(task.reason() instanceof Success$)) {
      events.add(new Event(run, false));
    }
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted stage) {
    runOfStage.remove(stage.stageInfo().stageId());
  }
}
