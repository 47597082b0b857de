package org.rpusim.workload.system;

import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.workload.execution.ChipModel;
import org.rpusim.workload.execution.ChipOutputs;

/**
 * The states that chips with the same part of a network have been in. Without sharing every state
 * is taken for a new one, and each chip is simulated by itself.
 */
final class StateGraph {
  /** Chips kept in the middle of a state; another one is brought there by what came to it. */
  private static final int MOST_LIVE = 1024;

  /** Memory for them, tokens: a token takes about a kilobyte. */
  private static final long MOST_TOKENS = 2_000_000;

  private static final int INPUTS = 2;

  private final Part part;
  private final boolean shared;
  private final Map<Key, ChipState> states = new HashMap<>();
  private final Set<ChipState> kept = new LinkedHashSet<>();
  private final int mostLive;
  private final RelativeState description = new RelativeState();
  private final ChipState root;
  private long simulatedInputs;
  private int numbers;

  /** All that decides the future of a chip, as bytes. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Key(byte[] bytes) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key(byte[] others) && Arrays.equals(bytes, others);
    }

    @Override
    public int hashCode() {
      return Hashing.murmur3_32_fixed().hashBytes(bytes).asInt();
    }
  }

  StateGraph(Part part, boolean shared) {
    this.part = part;
    this.shared = shared;
    long tokens = (long) part.slots() * part.program().operations().size();
    this.mostLive = Math.clamp(MOST_TOKENS / tokens, 2, MOST_LIVE);
    this.root = new ChipState(this, numbers++, null, 0, -1);
  }

  /** A chip to which nothing has come yet. */
  ChipState root() {
    return root;
  }

  Part part() {
    return part;
  }

  boolean isShared() {
    return shared;
  }

  /** How often anything was simulated, repetitions to bring a chip back included. */
  long simulatedInputs() {
    return simulatedInputs;
  }

  /** States that are known. */
  int size() {
    return states.size();
  }

  /** A sample comes to a slot. */
  static int sample(int slot) {
    return slot * INPUTS;
  }

  /** Gradients come to a slot. */
  static int gradients(int slot) {
    return slot * INPUTS + 1;
  }

  static long sum(long aPs, long bPs) {
    long sum = aPs + bPs;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** A state holds a live chip from now on; the one that has held one longest gives its own up. */
  void keep(ChipState state) {
    if (shared) {
      kept.add(state);
      if (kept.size() > mostLive) {
        ChipState oldest = kept.iterator().next();
        kept.remove(oldest);
        oldest.dropLive();
      }
    }
  }

  /** A state holds no live chip any more. */
  void release(ChipState state) {
    kept.remove(state);
  }

  /** Moves a chip on from one state to the next. */
  ChipState.Step follow(ChipState from, LiveChip chip, long afterPs, int input) {
    ChipModel model = chip.model();
    model.runUntil(chip.entryPs() + afterPs);
    long[] totals = chip.totalsSinceEntry();
    model.outputs().clear();
    give(model, input);
    ChipState to = state(from, model, afterPs, input);
    to.setLive(LiveChip.entering(model, chip.sums()));
    return new ChipState.Step(to, afterPs, totals);
  }

  private void give(ChipModel model, int input) {
    simulatedInputs++;
    int slot = input / INPUTS;
    if (input % INPUTS == 0) {
      model.take(slot);
    } else {
      model.takeGradients(slot);
    }
  }

  private ChipState state(ChipState from, ChipModel model, long afterPs, int input) {
    if (!shared) {
      return new ChipState(this, numbers++, null, afterPs, input);
    }
    model.describe(description);
    ChipOutputs outputs = model.outputs();
    for (int i = 0; i < outputs.size(); i++) {
      description.put(outputs.code(i));
    }
    byte[] bytes = description.packed();
    if (bytes == null) {
      return new ChipState(this, numbers++, from, afterPs, input);
    }
    return states.computeIfAbsent(
        new Key(bytes), key -> new ChipState(this, numbers++, from, afterPs, input));
  }

  /** A chip at the beginning of a state: all that ever came to one on its way there comes again. */
  LiveChip bringTo(ChipState state) {
    List<ChipState> way = new ArrayList<>();
    for (ChipState s = state; s.parent != null; s = s.parent) {
      way.add(s);
    }
    ChipModel model = part.model();
    for (ChipState s : way.reversed()) {
      model.runUntil(model.nowPs() + s.afterPs);
      model.outputs().clear();
      give(model, s.input);
    }
    return LiveChip.entering(model, new ChipSums(model));
  }
}
