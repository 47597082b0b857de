package org.rpusim.report.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.observation.PowerProfile;
import org.rpusim.workload.observation.Timeline;
import tools.jackson.core.JsonGenerator;

/**
 * The events of a trace, in the order of time: a process for each tile and for each other part, a
 * thread for each component; pieces of work as complete events, samples as flows through them,
 * power and queue lengths as counters.
 */
final class TraceEvents {
  private static final double PS_PER_TRACE_UNIT = 1000;

  private final Timeline timeline;
  private final PowerProfile power;
  private final int[] process;
  private final Map<String, Integer> processes = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>();

  /** Something at a time; equal times keep the order in which they were added. */
  private record Event(long timePs, Body body) {}

  /** Writes an event's fields, its time being written already. */
  private interface Body {
    void write(JsonGenerator json);
  }

  TraceEvents(Observations.Seen seen) {
    this.timeline = seen.timeline();
    this.power = seen.power();
    this.process = new int[timeline.tracks().size()];
    for (int i = 0; i < process.length; i++) {
      String name = timeline.tracks().get(i).name();
      int dot = name.indexOf('.');
      String group = dot < 0 ? name : name.substring(0, dot);
      Integer number = processes.putIfAbsent(group, processes.size() + 1);
      process[i] = number == null ? processes.size() : number;
    }
  }

  void write(JsonGenerator json) {
    writeNames(json);
    addWorks();
    addFlows();
    addQueues();
    addPower();
    events.sort(Comparator.comparingLong(Event::timePs));
    for (Event event : events) {
      json.writeStartObject();
      json.writeNumberProperty("ts", event.timePs() / PS_PER_TRACE_UNIT);
      event.body().write(json);
      json.writeEndObject();
    }
  }

  private void writeNames(JsonGenerator json) {
    processes.forEach((name, number) -> {
      writeName(json, "process_name", name, number, 0);
    });
    for (int i = 0; i < process.length; i++) {
      writeName(json, "thread_name", timeline.tracks().get(i).name(), process[i], i + 1);
    }
  }

  private static void writeName(
      JsonGenerator json, String what, String name, int process, int thread) {
    json.writeStartObject();
    json.writeStringProperty("ph", "M");
    json.writeStringProperty("name", what);
    json.writeNumberProperty("pid", process);
    json.writeNumberProperty("tid", thread);
    json.writeObjectPropertyStart("args");
    json.writeStringProperty("name", name);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void addWorks() {
    for (Timeline.Work work : timeline.works()) {
      Timeline.Operation operation = timeline.operations().get(work.operation());
      events.add(
          new Event(
              work.startPs(),
              json -> {
                head(json, "X", operation.name(), work.track());
                json.writeStringProperty("cat", timeline.tracks().get(work.track()).kind());
                json.writeNumberProperty(
                    "dur", (work.endPs() - work.startPs()) / PS_PER_TRACE_UNIT);
                json.writeObjectPropertyStart("args");
                json.writeNumberProperty("pass", operation.pass());
                json.writeNumberProperty("sample", operation.sample());
                json.writeNumberProperty(
                    "sinceReadyNanoseconds", (work.startPs() - operation.readyPs()) / 1000.0);
                json.writeEndObject();
              }));
    }
  }

  private void head(JsonGenerator json, String phase, String name, int track) {
    json.writeStringProperty("ph", phase);
    json.writeStringProperty("name", name);
    json.writeNumberProperty("pid", process[track]);
    json.writeNumberProperty("tid", track + 1);
  }

  /** An arrow from each piece of a sample's work to the next. */
  private void addFlows() {
    Map<List<Long>, List<Timeline.Work>> samples = new LinkedHashMap<>();
    for (Timeline.Work work : timeline.works()) {
      Timeline.Operation operation = timeline.operations().get(work.operation());
      samples
          .computeIfAbsent(
              List.of((long) operation.pass(), operation.sample()), key -> new ArrayList<>())
          .add(work);
    }
    int flow = 0;
    for (List<Timeline.Work> works : samples.values()) {
      works.sort(Comparator.comparingLong(Timeline.Work::startPs));
      flow++;
      for (int i = 0; works.size() > 1 && i < works.size(); i++) {
        addFlow(flow, works.get(i), i == 0 ? "s" : i < works.size() - 1 ? "t" : "f");
      }
    }
  }

  private void addFlow(int flow, Timeline.Work work, String phase) {
    events.add(
        new Event(
            work.startPs(),
            json -> {
              head(json, phase, "sample", work.track());
              json.writeStringProperty("cat", "sample");
              json.writeNumberProperty("id", flow);
              json.writeStringProperty("bp", "e");
            }));
  }

  /** How many operations wait for each component. */
  private void addQueues() {
    List<TreeMap<Long, Integer>> changes = new ArrayList<>();
    timeline.tracks().forEach(track -> changes.add(new TreeMap<>()));
    Map<Integer, Long> since = new HashMap<>();
    Timeline.Work[] works = timeline.works().toArray(new Timeline.Work[0]);
    Arrays.sort(works, Comparator.comparingLong(Timeline.Work::startPs));
    for (Timeline.Work work : works) {
      long readyPs = timeline.operations().get(work.operation()).readyPs();
      long fromPs = since.getOrDefault(work.operation(), readyPs);
      if (fromPs < work.startPs()) {
        changes.get(work.track()).merge(fromPs, 1, Integer::sum);
        changes.get(work.track()).merge(work.startPs(), -1, Integer::sum);
      }
      since.put(work.operation(), work.endPs());
    }
    for (int track = 0; track < changes.size(); track++) {
      int waiting = 0;
      for (Map.Entry<Long, Integer> change : changes.get(track).entrySet()) {
        waiting += change.getValue();
        addCounter(change.getKey(), track, "waiting for " + name(track), "operations", waiting);
      }
    }
  }

  private String name(int track) {
    return timeline.tracks().get(track).name();
  }

  private void addPower() {
    for (PowerProfile.Step step : power.steps()) {
      addCounter(step.startPs(), 0, "power", "watts", step.watts());
    }
  }

  private void addCounter(long timePs, int track, String name, String unit, double value) {
    events.add(
        new Event(
            timePs,
            json -> {
              head(json, "C", name, track);
              json.writeObjectPropertyStart("args");
              json.writeNumberProperty(unit, value);
              json.writeEndObject();
            }));
  }
}
