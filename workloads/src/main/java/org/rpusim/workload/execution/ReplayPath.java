package org.rpusim.workload.execution;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the samples of a program: in which order their numbers are computed, and, by the
 * outcomes that decide it, how the schedule goes on. A tree: each place is one computation, its
 * branches are its outcomes, and a leaf is a whole sample with all it adds to the accounts.
 */
final class ReplayPath {
  /** Outcomes that a place tells apart: saturated or not, or the slots of a train. */
  private static final int OUTCOMES = 65;

  /** Most leaves that are kept; further ones are simulated each time. */
  private static final int MOST_LEAVES = 4096;

  /** Most places that are kept: the samples of a recurrent network have thousands. */
  private static final int MOST_PLACES = 1 << 18;

  /** One computation of a sample, and what follows it. */
  static final class Place {
    final NumberCall.Kind kind;
    final int token;
    final int attempt;
    private @Nullable Place only;
    private int onlyOutcome = -1;
    private Place @Nullable [] others;
    @Nullable Leaf leaf;

    Place(NumberCall.Kind kind, int token, int attempt) {
      this.kind = kind;
      this.token = token;
      this.attempt = attempt;
    }

    @Nullable Place after(int outcome) {
      if (outcome == onlyOutcome) {
        return only;
      }
      return others == null ? null : others[outcome];
    }

    void put(int outcome, Place place) {
      if (only == null) {
        only = place;
        onlyOutcome = outcome;
        return;
      }
      if (others == null) {
        others = new Place[OUTCOMES];
      }
      others[outcome] = place;
    }
  }

  /** A whole sample. */
  static final class Leaf {
    final long durationPs;
    final long events;
    final long[] totals;

    /** How often it was passed since its totals were last added to the accounts. */
    long times;

    Leaf(long durationPs, long events, long[] totals) {
      this.durationPs = durationPs;
      this.events = events;
      this.totals = totals;
    }
  }

  /** Before the first computation. */
  private final Place start = new Place(NumberCall.Kind.END, 0, 0);

  private int leaves;
  private int places;

  /** The first computation of every sample; null before the first sample was learned. */
  @Nullable Place first() {
    return start.after(0);
  }

  /** Whether another leaf is kept. */
  boolean hasRoom() {
    return leaves < MOST_LEAVES && places < MOST_PLACES;
  }

  /** Keeps what a sample did. */
  void learn(NumberCalls calls, Leaf leaf) {
    Place place = start;
    int outcome = 0;
    for (int i = 0; i < calls.count(); i++) {
      NumberCall call = calls.get(i);
      Place next = place.after(outcome);
      if (next == null) {
        next = new Place(call.kind, call.token, call.attempt);
        place.put(outcome, next);
        places++;
      }
      place = next;
      outcome = call.outcome();
    }
    Place end = new Place(NumberCall.Kind.END, 0, 0);
    end.leaf = leaf;
    place.put(outcome, end);
    leaves++;
  }
}
