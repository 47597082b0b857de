package org.rpusim.workload.system;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ClusterSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.core.server.TokenQueue;

/**
 * The chips of a cluster on one engine. A sample begins in the first chip when fewer than a number
 * are under way, and is complete when every chip has done its part.
 */
public final class ClusterSimulation implements Flight {
  private final Engine engine = new Engine(new TimingWheel());
  private final ImmutableList<ChipPlace> places;
  private final ImmutableList<ChipLink> links;
  private final Map<Part, StateGraph> graphs = new HashMap<>();
  private final ChipSums sums;
  private final boolean fastForward;
  private final int chipsPerPlace;
  private final int[] chipsLeft;
  private final long[] began;
  private final TokenQueue free = new TokenQueue();
  private long begun;
  private long samples;
  private long completed;
  private long newlyCompleted;
  private boolean stopped;

  /**
   * @param inFlight most samples under way together, 1 or more
   * @param fastForward whether chips in equal states are simulated once, and stretches that repeat
   *     are counted; it changes no result
   */
  public ClusterSimulation(ClusterPlan plan, ClusterSpec spec, int inFlight, boolean fastForward) {
    this.fastForward = fastForward;
    this.chipsPerPlace = spec.chipsPerLayer();
    this.sums = new ChipSums(plan.parts().getFirst().model());
    List<ChipPlace> row = new ArrayList<>();
    for (Part part : plan.parts()) {
      StateGraph graph = graphs.computeIfAbsent(part, key -> new StateGraph(key, fastForward));
      row.add(new ChipPlace(engine, this, graph, sums.width()));
    }
    this.places = ImmutableList.copyOf(row);
    this.links = join(plan, spec);
    this.chipsLeft = new int[inFlight];
    this.began = new long[inFlight];
    for (int sample = 0; sample < inFlight; sample++) {
      free.addLast(sample);
    }
  }

  private ImmutableList<ChipLink> join(ClusterPlan plan, ClusterSpec spec) {
    ImmutableList.Builder<ChipLink> all = ImmutableList.builder();
    for (int i = 0; i + 1 < places.size(); i++) {
      ChipPlace here = places.get(i);
      ChipPlace there = places.get(i + 1);
      ClusterSpec.LinkSpec link = spec.linkBehind((i + 1) * spec.chipsPerLayer() - 1);
      long forwardBits = plan.parts().get(i).forwardBits();
      long backwardBits = plan.parts().get(i + 1).backwardBits();
      ChipLink forward = new ChipLink(engine, link, forwardBits, there.id(), ChipPlace.SAMPLE);
      ChipLink backward = new ChipLink(engine, link, backwardBits, here.id(), ChipPlace.GRADIENTS);
      here.joinBehind(there, forward, backward);
      all.add(forward, backward);
    }
    return all.build();
  }

  /**
   * Runs epochs of samples, each until all are complete; the clock begins at 0.
   *
   * @param count samples of an epoch
   * @param goOn told of every number of samples that are complete; false begins no other sample
   * @return whether the schedule was found to repeat itself, or was not asked to
   */
  public boolean run(long count, int epochs, LongPredicate goOn) {
    boolean found = true;
    for (int epoch = 0; epoch < epochs && !stopped; epoch++) {
      samples += count;
      found &= runEpoch(goOn);
    }
    places.forEach(ChipPlace::finish);
    return found;
  }

  private boolean runEpoch(LongPredicate goOn) {
    begin();
    ClusterPeriod period = fastForward ? new ClusterPeriod(engine, places, links) : null;
    boolean found = period == null;
    // What is left when all are complete are wake-ups that have been overtaken: they do not count.
    while (completed < samples && engine.pendingCount() > 0) {
      engine.run();
      if (newlyCompleted > 0 && !goOn.test(newlyCompleted)) {
        stop();
      }
      newlyCompleted = 0;
      if (period != null && !found && begun < samples && period.isSearching()) {
        long repeats = period.compare(begun);
        if (repeats > 0) {
          found = true;
          repeat(period, repeats, goOn);
        }
      }
    }
    requireComplete();
    return found;
  }

  /** Those that have begun are the last. */
  private void stop() {
    stopped = true;
    samples = begun;
  }

  private void repeat(ClusterPeriod period, long repeats, LongPredicate goOn) {
    long times = (samples - begun) / repeats;
    period.repeat(times);
    begun += times * repeats;
    completed += times * repeats;
    for (int sample = 0; sample < began.length; sample++) {
      began[sample] += times * repeats;
    }
    if (!goOn.test(times * repeats)) {
      stop();
    }
  }

  private void requireComplete() {
    if (completed != samples) {
      requireNoDeadlockOfPackets();
      throw new IllegalStateException(
          (samples - completed) + " samples wait for chips that wait for one another");
    }
  }

  private void requireNoDeadlockOfPackets() {
    for (int place = 0; place < places.size(); place++) {
      String deadlock = places.get(place).deadlock();
      if (deadlock != null) {
        throw new ConfigException(
            "Deadlock in the network of chip %d at %d ps: %s"
                .formatted(place * chipsPerPlace, engine.nowPs(), deadlock),
            "Maybe --set interconnect.virtualChannels=2, or larger interconnect.queueFlits.");
      }
    }
  }

  private void begin() {
    while (begun < samples && !free.isEmpty()) {
      int sample = (int) free.removeFirst();
      chipsLeft[sample] = places.size();
      began[sample] = begun++;
      places.getFirst().offer(sample);
    }
  }

  @Override
  public void chipEnded(int sample) {
    if (--chipsLeft[sample] == 0) {
      free.addLast(sample);
      completed++;
      newlyCompleted++;
      engine.stop();
      begin();
    }
  }

  @Override
  public long age(int sample) {
    return sample < 0 ? 0 : begun - began[sample];
  }

  /** The chips, by their places in the row. */
  ImmutableList<ChipPlace> places() {
    return places;
  }

  /** The links: forward and backward behind each chip but the last. */
  ImmutableList<ChipLink> links() {
    return links;
  }

  /** How the chips' totals are to be read. */
  ChipSums sums() {
    return sums;
  }

  /** Samples that are complete. */
  public long completed() {
    return completed;
  }

  /** Time from the first event until all is complete, ps. */
  public long durationPs() {
    return engine.elapsedPs();
  }

  /** Events in the chips, and vectors that came to one. */
  public long events() {
    return links.stream().mapToLong(ChipLink::vectors).sum()
        + places.stream().mapToLong(place -> ChipSums.events(place.totals())).sum();
  }

  /** States that chips were in, each simulated once. */
  public long states() {
    return graphs.values().stream().mapToLong(StateGraph::size).sum();
  }

  /** Everything counted, chip by chip, for comparison. */
  long[][] totals() {
    return places.stream()
        .map(place -> Arrays.copyOf(place.totals(), place.totals().length))
        .toArray(long[][]::new);
  }
}
