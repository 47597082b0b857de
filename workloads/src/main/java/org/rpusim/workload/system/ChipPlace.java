package org.rpusim.workload.system;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rpusim.core.engine.Component;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.RelativeState;
import org.rpusim.core.server.TokenQueue;
import org.rpusim.workload.execution.ChipOutputs;

/** A chip in its place in the row: what comes to it when, and the state that it is in since. */
final class ChipPlace extends Component {
  /** Activations have arrived. */
  static final int SAMPLE = 0;

  /** Gradients have arrived. */
  static final int GRADIENTS = 1;

  private static final int WAKE = 2;
  private static final int FREE = -1;
  private static final long NEVER = -1;

  private final Engine engine;
  private final Flight flight;
  private final int id;
  private final int[] sampleOf;
  private final TokenQueue waiting = new TokenQueue();
  private final long[] totals;
  private @Nullable ChipLink before;
  private @Nullable ChipLink behind;
  private @Nullable ChipLink fromBefore;
  private @Nullable ChipLink fromBehind;
  private ChipState state;
  private long sincePs;
  private int given;
  private long wakePs = NEVER;
  private boolean began;
  private long quietPs;
  private int mostWaiting;

  ChipPlace(Engine engine, Flight flight, StateGraph graph, int width) {
    this.engine = engine;
    this.flight = flight;
    this.sampleOf = new int[graph.part().slots()];
    Arrays.fill(sampleOf, FREE);
    this.totals = new long[width];
    this.state = graph.root();
    this.id = engine.register(this);
  }

  /** Number by which events find it. */
  int id() {
    return id;
  }

  /** Joins it to the chip behind: a link there, and one back where gradients come. */
  void joinBehind(ChipPlace other, ChipLink forward, @Nullable ChipLink backward) {
    behind = forward;
    other.fromBefore = forward;
    fromBehind = backward;
    other.before = backward;
  }

  /** A sample is to begin here. */
  void offer(int sample) {
    waiting.addLast(sample);
    admit();
  }

  @Override
  protected void handle(int kind, long payload) {
    switch (kind) {
      case SAMPLE -> {
        waiting.addLast(arrived(fromBefore));
        admit();
      }
      case GRADIENTS -> give(StateGraph.gradients(slotOf(arrived(fromBehind))));
      default -> {
        if (wakePs == engine.nowPs()) {
          wakePs = NEVER;
          emit();
          sleep();
        }
      }
    }
  }

  private static int arrived(@Nullable ChipLink link) {
    if (link == null) {
      throw new IllegalStateException("a vector comes where there is no link");
    }
    return link.arrived();
  }

  private int slotOf(int sample) {
    for (int slot = 0; slot < sampleOf.length; slot++) {
      if (sampleOf[slot] == sample) {
        return slot;
      }
    }
    throw new IllegalStateException("the chip has no such sample");
  }

  /** Samples that wait take the free slots, the first ones first. */
  private void admit() {
    emit(); // what ends at this moment has its slot free
    for (int slot = 0; slot < sampleOf.length && !waiting.isEmpty(); slot++) {
      if (sampleOf[slot] == FREE) {
        sampleOf[slot] = (int) waiting.removeFirst();
        give(StateGraph.sample(slot));
      }
    }
    mostWaiting = Math.max(mostWaiting, waiting.size());
  }

  /** Something comes to the chip now. */
  private void give(int input) {
    emit();
    long passedPs = engine.nowPs() - sincePs;
    if (!began) {
      passedPs = 0; // its clock begins with what comes first
      began = true;
    }
    ChipState.Step step = state.next(passedPs, input);
    quietPs += passedPs - step.afterPs();
    add(step.totals());
    state = step.to();
    sincePs = engine.nowPs();
    given = 0;
    sleep();
  }

  private void add(long[] more) {
    for (int i = 0; i < totals.length; i++) {
      totals[i] += more[i];
    }
  }

  /** Hands over all that is due. */
  private void emit() {
    boolean freed = false;
    if (!began) {
      return;
    }
    while (true) {
      state.knowUntil(engine.nowPs() - sincePs);
      ChipOutputs outputs = state.outputs();
      if (given == outputs.size() || outputs.timePs(given) > engine.nowPs() - sincePs) {
        break;
      }
      freed |= handOver(outputs.code(given++));
    }
    if (freed && !waiting.isEmpty()) {
      admit();
    }
  }

  private boolean handOver(int code) {
    int slot = ChipOutputs.slot(code);
    int sample = sampleOf[slot];
    switch (ChipOutputs.kind(code)) {
      case ChipOutputs.ACTIVATIONS -> link(behind).send(sample);
      case ChipOutputs.GRADIENTS -> link(before).send(sample);
      default -> {
        sampleOf[slot] = FREE;
        flight.chipEnded(sample);
        return true;
      }
    }
    return false;
  }

  private static ChipLink link(@Nullable ChipLink link) {
    if (link == null) {
      throw new IllegalStateException("a vector goes where there is no link");
    }
    return link;
  }

  /** Until the next output, or as long as nothing happens in the chip. */
  private void sleep() {
    long nextPs = NEVER;
    if (given < state.outputs().size()) {
      nextPs = sincePs + state.outputs().timePs(given);
    } else if (!state.isKnown() && state.nextPs() < Long.MAX_VALUE) {
      nextPs = sincePs + state.nextPs();
    }
    if (nextPs != NEVER && nextPs != wakePs) {
      wakePs = nextPs;
      engine.scheduleAt(nextPs, id, WAKE, 0);
    }
  }

  /** Writes the state; samples are named by how long they are under way. */
  @Override
  protected void describe(RelativeState description) {
    description.put(state.number);
    description.putTime(engine.nowPs() - state.clock(engine.nowPs() - sincePs));
    description.put(given);
    description.putTime(wakePs == NEVER ? engine.nowPs() - 1 : wakePs);
    for (int sample : sampleOf) {
      description.put(flight.age(sample));
    }
    ages(waiting, description);
    describe(behind, description);
    describe(before, description);
  }

  private void describe(@Nullable ChipLink link, RelativeState description) {
    if (link != null) {
      link.describe(description);
      ages(link.underWay(), description);
    }
  }

  private void ages(TokenQueue samples, RelativeState description) {
    description.put(samples.size());
    for (int i = 0; i < samples.size(); i++) {
      description.put(flight.age((int) samples.get(i)));
    }
  }

  /** The chip does nothing more until the end of the run. */
  void finish() {
    if (began) {
      add(state.totalsUntilQuiet());
    }
  }

  /** Which packets of the chip wait for one another for ever; null where none do. */
  @Nullable String deadlock() {
    return state.deadlock();
  }

  /** What the chip did, as {@link ChipSums} tells. */
  long[] totals() {
    return totals;
  }

  /** Time between what came and what came before it that nothing was under way in the chip, ps. */
  long quietPs() {
    return quietPs;
  }

  /** The same, with the time that nothing has been under way in it by now. */
  long quietUntilNowPs() {
    long passedPs = engine.nowPs() - sincePs;
    return began ? quietPs + passedPs - state.clock(passedPs) : quietPs;
  }

  /** Most samples that waited together for a slot of the chip. */
  int mostWaiting() {
    return mostWaiting;
  }

  /**
   * Counts stretches that repeat one; the present stays as it is.
   *
   * @param quietBeforePs time without anything under way until the stretch began: a state does not
   *     tell for how long a chip has been quiet, so it may be another one than at its end
   */
  void repeat(long[] totalsBefore, long quietBeforePs, long times) {
    for (int i = 0; i < totals.length; i++) {
      totals[i] += Math.multiplyExact(times, totals[i] - totalsBefore[i]);
    }
    quietPs += Math.multiplyExact(times, quietUntilNowPs() - quietBeforePs);
  }
}
