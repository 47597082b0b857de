package org.rpusim.workload.system;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpusim.workload.execution.ChipOutputs;

/**
 * A chip just after something came to it, and what it then does by itself. Chips that come into the
 * same state, number by number, go on alike, so that this is simulated once for all of them, as far
 * as anybody asks. Times are relative to the state's beginning, on the chip's clock, which stands
 * still while nothing is under way in the chip.
 */
final class ChipState {
  private final StateGraph graph;

  /** Number of the state among those of its graph. */
  final int number;

  /** The state in which it was first seen to come about, and how. */
  final @Nullable ChipState parent;

  final long afterPs;
  final int input;

  private final ChipOutputs outputs = new ChipOutputs();
  private final Map<Long, Map<Integer, Step>> steps = new HashMap<>();

  /** Outputs are known up to here. */
  private long knownPs = -1;

  /** When nothing is under way any more; −1 where that is not known. */
  private long quietPs = -1;

  private @Nullable LiveChip live;

  /**
   * The way to another state.
   *
   * @param afterPs time from one state to the other
   * @param totals what the chip does in that time
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Step(ChipState to, long afterPs, long[] totals) {}

  ChipState(StateGraph graph, int number, @Nullable ChipState parent, long afterPs, int input) {
    this.graph = graph;
    this.number = number;
    this.parent = parent;
    this.afterPs = afterPs;
    this.input = input;
  }

  /** A chip in this state, if none is there. */
  void setLive(LiveChip chip) {
    if (live == null && quietPs < 0) {
      catchUp(chip);
    }
  }

  private void catchUp(LiveChip chip) {
    if (knownPs >= 0) {
      chip.model().runEvents(StateGraph.sum(chip.entryPs(), knownPs));
      chip.model().outputs().clear();
    }
    live = chip;
    graph.keep(this);
  }

  /** Forgets the chip in this state; another one can be brought here again. */
  void dropLive() {
    live = null;
  }

  /** Outputs known so far. */
  ChipOutputs outputs() {
    return outputs;
  }

  /** Whether nothing is under way, some time after the beginning. */
  boolean isQuiet(long timePs) {
    return quietPs >= 0 && timePs >= quietPs;
  }

  /** A time after the beginning on the chip's clock. */
  long clock(long timePs) {
    return isQuiet(timePs) ? quietPs : timePs;
  }

  /** Whether all that it does by itself is known. */
  boolean isKnown() {
    return quietPs >= 0;
  }

  /**
   * When something next happens after what is known, {@link Long#MAX_VALUE} for never; only while
   * not all is known.
   */
  long nextPs() {
    LiveChip chip = chip();
    long nextPs = chip.model().nextPs();
    return nextPs == Long.MAX_VALUE ? nextPs : nextPs - chip.entryPs();
  }

  /** Which packets wait for one another for ever; null where none are known to. */
  @Nullable String deadlock() {
    return live == null ? null : live.model().deadlock();
  }

  /** Has all that happens up to a time simulated. */
  void knowUntil(long timePs) {
    if (quietPs >= 0 || timePs <= knownPs) {
      return;
    }
    LiveChip chip = chip();
    chip.model().runEvents(StateGraph.sum(chip.entryPs(), timePs));
    takeOutputs(chip);
    knownPs = timePs;
    if (chip.model().nextPs() == Long.MAX_VALUE) {
      quietPs = chip.model().nowPs() - chip.entryPs();
    }
  }

  private void takeOutputs(LiveChip chip) {
    ChipOutputs more = chip.model().outputs();
    for (int i = 0; i < more.size(); i++) {
      outputs.copy(more.timePs(i) - chip.entryPs(), more.code(i));
    }
    more.clear();
  }

  private LiveChip chip() {
    LiveChip chip = live;
    if (chip == null) {
      chip = graph.bringTo(this);
      catchUp(chip);
    }
    return chip;
  }

  /**
   * The state that follows when something comes.
   *
   * @param timePs when, after the beginning; all before is known
   */
  Step next(long timePs, int comes) {
    knowUntil(timePs);
    long after = clock(timePs);
    Map<Integer, Step> then = steps.computeIfAbsent(after, key -> new HashMap<>());
    Step known = graph.isShared() ? then.get(comes) : null;
    if (known != null) {
      return known;
    }
    LiveChip chip = chipNoLaterThan(after);
    Step step = graph.follow(this, chip, after, comes);
    if (graph.isShared()) {
      then.put(comes, step);
    }
    return step;
  }

  private LiveChip chipNoLaterThan(long timePs) {
    LiveChip chip = live;
    if (chip != null && chip.model().nowPs() - chip.entryPs() <= timePs) {
      live = null;
      graph.release(this);
      return chip;
    }
    return graph.bringTo(this);
  }

  /** What the chip does by itself until nothing is under way. */
  long[] totalsUntilQuiet() {
    LiveChip chip = chipNoLaterThan(Long.MAX_VALUE);
    chip.model().runEvents(Long.MAX_VALUE - 1);
    return chip.totalsSinceEntry();
  }
}
