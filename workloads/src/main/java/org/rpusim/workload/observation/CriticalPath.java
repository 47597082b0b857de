package org.rpusim.workload.observation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a sample's time consists of: from its last operation back to its start, at each step the
 * operation whose completion the next one waited for. The segments follow one another without a
 * gap.
 *
 * @param sample number of the sample in its pass
 * @param segments from the sample's start to its end; empty where no whole sample was seen
 */
public record CriticalPath(long sample, ImmutableList<Segment> segments) {
  /** There is none. */
  public static final CriticalPath EMPTY = new CriticalPath(Timeline.NONE, ImmutableList.of());

  /** What an operation on the path does in a segment. */
  public enum Phase {
    /** It waits until the component takes it. */
    WAITING,
    /** The component works on it. */
    WORKING,
    /** The component is done with it, and the result is on its way. */
    LATENCY
  }

  /**
   * A part of the path.
   *
   * @param operation name of the operation
   * @param component name of the component that works on it, or will
   * @param kind kind of the component
   * @param startPs when it begins, ps
   * @param endPs when it ends, ps
   */
  public record Segment(
      String operation, String component, String kind, Phase phase, long startPs, long endPs) {
    /** Its length, ps. */
    public long durationPs() {
      return endPs - startPs;
    }
  }

  /** From the sample's start to its end, ps. */
  public long durationPs() {
    return segments.isEmpty() ? 0 : segments.getLast().endPs() - segments.getFirst().startPs();
  }

  /** Time on the path by kind of component, waiting apart, ps; the sum is the whole duration. */
  public ImmutableSortedMap<String, Long> byKind() {
    TreeMap<String, Long> sums = new TreeMap<>();
    for (Segment segment : segments) {
      String key = segment.phase() == Phase.WAITING ? "waiting" : segment.kind();
      sums.merge(key, segment.durationPs(), Long::sum);
    }
    return ImmutableSortedMap.copyOf(sums);
  }

  /** The path of the last whole sample of the first pass in a timeline. */
  public static CriticalPath of(Timeline timeline) {
    Map<Long, List<Integer>> samples = new HashMap<>();
    for (int i = 0; i < timeline.operations().size(); i++) {
      Timeline.Operation operation = timeline.operations().get(i);
      if (operation.pass() == timeline.operations().getFirst().pass()) {
        samples.computeIfAbsent(operation.sample(), key -> new ArrayList<>()).add(i);
      }
    }
    int whole = samples.values().stream().mapToInt(List::size).max().orElse(0);
    return samples.entrySet().stream()
        .filter(entry -> isWhole(timeline, entry.getValue(), whole))
        .max(Map.Entry.comparingByKey())
        .map(entry -> new CriticalPath(entry.getKey(), path(timeline, entry.getValue())))
        .orElse(EMPTY);
  }

  private static boolean isWhole(Timeline timeline, List<Integer> operations, int count) {
    return operations.size() == count
        && operations.stream().allMatch(i -> timeline.operations().get(i).donePs() >= 0);
  }

  private static ImmutableList<Segment> path(Timeline timeline, List<Integer> operations) {
    int last =
        operations.stream()
            .max(Comparator.comparingLong(i -> timeline.operations().get(i).donePs()))
            .orElseThrow();
    Deque<Integer> chain = new ArrayDeque<>();
    long sample = timeline.operations().get(last).sample();
    int at = last;
    while (at != Timeline.NONE && timeline.operations().get(at).sample() == sample) {
      chain.addFirst(at);
      at = timeline.operations().get(at).cause();
    }
    Set<Integer> onPath = new HashSet<>(chain);
    Map<Integer, List<Timeline.Work>> works = new HashMap<>();
    for (Timeline.Work work : timeline.works()) {
      if (onPath.contains(work.operation())) {
        works.computeIfAbsent(work.operation(), key -> new ArrayList<>()).add(work);
      }
    }
    ImmutableList.Builder<Segment> segments = ImmutableList.builder();
    for (int operation : chain) {
      addSegments(timeline, operation, works.getOrDefault(operation, List.of()), segments);
    }
    return segments.build();
  }

  private static void addSegments(
      Timeline timeline,
      int index,
      List<Timeline.Work> works,
      ImmutableList.Builder<Segment> segments) {
    Timeline.Operation operation = timeline.operations().get(index);
    List<Timeline.Work> ordered = new ArrayList<>(works);
    ordered.sort(Comparator.comparingLong(Timeline.Work::startPs));
    Timeline.Track track = new Timeline.Track("", "other");
    long cursorPs = operation.readyPs();
    for (Timeline.Work work : ordered) {
      track = timeline.tracks().get(work.track());
      cursorPs = add(operation, track, Phase.WAITING, cursorPs, work.startPs(), segments);
      cursorPs = add(operation, track, Phase.WORKING, cursorPs, work.endPs(), segments);
    }
    add(operation, track, Phase.LATENCY, cursorPs, operation.donePs(), segments);
  }

  private static long add(
      Timeline.Operation operation,
      Timeline.Track track,
      Phase phase,
      long fromPs,
      long toPs,
      ImmutableList.Builder<Segment> segments) {
    if (toPs <= fromPs) {
      return fromPs;
    }
    segments.add(new Segment(operation.name(), track.name(), track.kind(), phase, fromPs, toPs));
    return toPs;
  }
}
