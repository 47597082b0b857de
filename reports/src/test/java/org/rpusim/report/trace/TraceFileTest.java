package org.rpusim.report.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.observation.Observations;
import org.rpusim.workload.observation.PowerProfile;
import org.rpusim.workload.observation.Timeline;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class TraceFileTest {
  @TempDir Path folder = Path.of("");

  /** Two samples: each is read by one array and then sent over a bus that both share. */
  private static Observations.Seen seen() {
    ImmutableList<Timeline.Track> tracks =
        ImmutableList.of(
            new Timeline.Track("tile0.array", "array"), new Timeline.Track("bus", "interconnect"));
    ImmutableList<Timeline.Operation> operations =
        ImmutableList.of(
            new Timeline.Operation("read", 0, 0, 0, 80_000, -1),
            new Timeline.Operation("read", 0, 1, 0, 160_000, -1),
            new Timeline.Operation("send", 0, 0, 80_000, 90_500, 0),
            new Timeline.Operation("send", 0, 1, 160_000, 170_500, 1));
    ImmutableList<Timeline.Work> works =
        ImmutableList.of(
            new Timeline.Work(1, 2, 80_000, 90_500),
            new Timeline.Work(0, 0, 0, 80_000),
            new Timeline.Work(0, 1, 80_000, 160_000),
            new Timeline.Work(1, 3, 160_000, 170_500));
    Timeline timeline = new Timeline(tracks, operations, works, false);
    return new Observations.Seen(timeline, PowerProfile.of(timeline, new double[] {2, 1}, 10));
  }

  /** Every object of the array {@code traceEvents}, its values as text, {@code args.} before. */
  private static List<Map<String, String>> events(Path file) throws IOException {
    try (InputStream plain = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
        while (!"traceEvents".equals(json.currentName())
            || json.currentToken() != JsonToken.START_ARRAY) {
          json.nextToken();
        }
        List<Map<String, String>> events = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
          events.add(object(json, ""));
        }
        return events;
      }
    }
  }

  private static Map<String, String> object(JsonParser json, String prefix) {
    Map<String, String> fields = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = prefix + json.currentName();
      if (json.nextToken() == JsonToken.START_OBJECT) {
        fields.putAll(object(json, name + "."));
      } else {
        fields.put(name, json.getString());
      }
    }
    return fields;
  }

  private static List<Map<String, String>> withPhase(List<Map<String, String>> all, String phase) {
    return all.stream().filter(event -> phase.equals(event.get("ph"))).toList();
  }

  private static double number(Map<String, String> event, String field) {
    return Double.parseDouble(event.getOrDefault(field, "NaN"));
  }

  @Test
  void onePieceOfWorkIsOneCompleteEventInNanosecondsSimulated() throws IOException {
    Path file = folder.resolve("trace.json");
    TraceFile.write(file, seen(), Map.of("workload", "two samples"));
    List<Map<String, String>> works = withPhase(events(file), "X");
    assertThat(works).hasSize(4);
    assertThat(works.get(3))
        .containsEntry("name", "send")
        .containsEntry("cat", "interconnect")
        .containsEntry("args.sample", "1")
        .containsKeys("pid", "tid");
    assertThat(number(works.get(3), "ts")).isEqualTo(160);
    assertThat(number(works.get(3), "dur")).isEqualTo(10.5);
    assertThat(Files.readString(file)).contains("1 us on screen is 1 ns simulated", "two samples");
  }

  @Test
  void eventsAreInTheOrderOfTimeAndWorkOfOneComponentNeverOverlaps() throws IOException {
    Path file = folder.resolve("trace.json.gz");
    TraceFile.write(file, seen(), Map.of());
    Map<String, Double> endOf = new HashMap<>();
    double last = 0;
    for (Map<String, String> event : events(file)) {
      if ("M".equals(event.get("ph"))) {
        continue;
      }
      double start = number(event, "ts");
      assertThat(start).isGreaterThanOrEqualTo(last);
      last = start;
      if ("X".equals(event.get("ph"))) {
        String thread = event.get("pid") + "/" + event.get("tid");
        assertThat(start).isGreaterThanOrEqualTo(endOf.getOrDefault(thread, 0.0));
        endOf.put(thread, start + number(event, "dur"));
      }
    }
    assertThat(endOf).hasSize(2);
  }

  @Test
  void everySampleIsAFlowFromItsFirstWorkToItsLast() throws IOException {
    Path file = folder.resolve("trace.json");
    TraceFile.write(file, seen(), Map.of());
    List<Map<String, String>> starts = withPhase(events(file), "s");
    List<Map<String, String>> ends = withPhase(events(file), "f");
    assertThat(starts).extracting(event -> event.get("id")).containsExactlyInAnyOrder("1", "2");
    assertThat(ends).extracting(event -> event.get("id")).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void countersShowQueuesAndPower() throws IOException {
    Path file = folder.resolve("trace.json");
    TraceFile.write(file, seen(), Map.of());
    List<Map<String, String>> counters = withPhase(events(file), "C");
    assertThat(counters)
        .filteredOn(event -> "waiting for tile0.array".equals(event.get("name")))
        .extracting(event -> number(event, "args.operations"))
        .containsExactly(1.0, 0.0);
    assertThat(counters)
        .filteredOn(event -> "power".equals(event.get("name")))
        .extracting(event -> number(event, "args.watts"))
        .containsExactly(12.0, 13.0, 12.0, 11.0, 10.0);
  }

  @Test
  void aTraceNeverWritesOverAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("trace.json"), "precious");
    assertThatThrownBy(() -> TraceFile.requireWritable(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("exists already");
    assertThatThrownBy(() -> TraceFile.requireWritable(folder.resolve("none").resolve("t.json")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("cannot be made");
  }
}
