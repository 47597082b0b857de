package org.rpusim.workload.system;

import com.google.common.collect.ImmutableList;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.RelativeState;

/**
 * Finds out when the schedule of a cluster repeats itself, as is done for a single chip: the whole
 * relative state is compared, number by number, with an earlier one that is taken anew after 1, 2,
 * 4, 8 … comparisons (Brent 1980).
 */
final class ClusterPeriod {
  private static final int MOST_COMPARISONS = 16_384;

  private final Engine engine;
  private final ImmutableList<ChipPlace> places;
  private final ImmutableList<ChipLink> links;
  private RelativeState reference = new RelativeState();
  private RelativeState present = new RelativeState();
  private int comparisons;
  private int nextReference;
  private long[][] totals = new long[0][];
  private long[] quiet = new long[0];
  private long[] sent = new long[0];
  private long atPs;
  private long atEvents;
  private long atSample;

  ClusterPeriod(Engine engine, ImmutableList<ChipPlace> places, ImmutableList<ChipLink> links) {
    this.engine = engine;
    this.places = places;
    this.links = links;
  }

  /** Whether it goes on comparing. */
  boolean isSearching() {
    return comparisons < MOST_COMPARISONS;
  }

  /**
   * Looks at the present, between two events.
   *
   * @param sample samples begun so far
   * @return samples of the period that has just ended; 0 where there is none
   */
  long compare(long sample) {
    present.begin(engine.nowPs());
    engine.describe(present);
    if (comparisons > 0 && present.isSameAs(reference)) {
      return sample - atSample;
    }
    if (comparisons == nextReference) {
      remember(sample);
      nextReference = Math.max(1, 2 * nextReference);
    }
    comparisons++;
    return 0;
  }

  private void remember(long sample) {
    RelativeState older = reference;
    reference = present;
    present = older;
    totals = places.stream().map(place -> place.totals().clone()).toArray(long[][]::new);
    quiet = places.stream().mapToLong(ChipPlace::quietUntilNowPs).toArray();
    sent = captureLinks();
    atPs = engine.nowPs();
    atEvents = engine.eventCount();
    atSample = sample;
  }

  private long[] captureLinks() {
    long[] all = new long[links.size() * ChipLink.WIDTH];
    for (int i = 0; i < links.size(); i++) {
      links.get(i).capture(all, i * ChipLink.WIDTH);
    }
    return all;
  }

  /** Counts the period that has just ended some more times. */
  void repeat(long times) {
    for (int i = 0; i < quiet.length; i++) {
      places.get(i).repeat(totals[i], quiet[i], times);
    }
    long[] differences = captureLinks();
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= sent[i];
    }
    for (int i = 0; i < links.size(); i++) {
      links.get(i).repeat(differences, i * ChipLink.WIDTH, times);
    }
    engine.repeat(
        Math.multiplyExact(times, engine.nowPs() - atPs),
        Math.multiplyExact(times, engine.eventCount() - atEvents));
  }
}
