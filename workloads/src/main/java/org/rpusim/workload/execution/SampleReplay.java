package org.rpusim.workload.execution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.machine.Chip;
import org.rpusim.chip.machine.ChipTotals;
import org.rpusim.core.engine.Engine;

/**
 * Exact fast-forward of a program that has one sample under way at a time. Such a sample begins and
 * ends with an idle chip, so its schedule depends on nothing but the outcomes of its own reads and
 * updates: which saturate, and how long trains are. A schedule that was simulated once is known;
 * when a sample's outcomes follow it, only its numbers are computed, in the order in which the
 * schedule computes them, and time, energy counts, waiting and events are those of the first time,
 * to the picosecond. A sample that leaves all known schedules is simulated: what it has computed so
 * far stays as it is.
 */
final class SampleReplay {
  private final Engine engine;
  private final Chip chip;
  private final ProgramState program;
  private final ChipTotals totals;
  private final ReplayPath known = new ReplayPath();
  private final NumberCalls calls = new NumberCalls();
  private final List<ReplayPath.Leaf> passed = new ArrayList<>();

  /** Computations of the sample that were done before its simulation began. */
  private int done;

  private int position;
  private long[] before = new long[0];
  private long beforePs;
  private long beforeEvents;

  SampleReplay(Engine engine, Chip chip, ProgramState program) {
    this.engine = engine;
    this.chip = chip;
    this.program = program;
    this.totals = new ChipTotals(chip);
  }

  /**
   * Computes a sample's numbers as far as a known schedule goes.
   *
   * @param last whether no other sample follows: what then comes after a component's last work is
   *     no wait, so the sample is simulated
   * @return whether that is to the sample's end
   */
  boolean follow(Numbers numbers, boolean last) {
    calls.clear();
    if (last) {
      return false;
    }
    ReplayPath.Place place = known.first();
    while (place != null) {
      ReplayPath.Leaf leaf = place.leaf;
      if (leaf != null) {
        pass(leaf);
        return true;
      }
      NumberCall call = calls.add(place.kind, place.token, place.attempt);
      compute(call, numbers);
      place = place.after(call.outcome());
    }
    return false;
  }

  private static void compute(NumberCall call, Numbers numbers) {
    switch (call.kind) {
      case READ -> numbers.read(call.token, 0, call.attempt, call.read);
      case UPDATE -> numbers.update(call.token, 0, call.update);
      case COMPUTE -> numbers.compute(call.token, 0);
      case END -> {}
    }
  }

  private void pass(ReplayPath.Leaf leaf) {
    for (int i = 0; i < calls.count(); i++) {
      NumberCall call = calls.get(i);
      if (call.kind == NumberCall.Kind.READ) {
        program.counts(chip, call.token).addRead(program.cycles[call.token], call.read);
      } else if (call.kind == NumberCall.Kind.UPDATE) {
        program.counts(chip, call.token).addUpdate(program.cycles[call.token], call.update);
      }
    }
    if (leaf.times++ == 0) {
      passed.add(leaf);
    }
    engine.skip(leaf.durationPs, leaf.events);
  }

  /** Adds what passed samples did to the accounts. */
  void flush() {
    for (ReplayPath.Leaf leaf : passed) {
      totals.add(leaf.totals, leaf.times, engine.nowPs());
      leaf.times = 0;
    }
    passed.clear();
  }

  /** The simulation of a sample begins, some of whose numbers may be computed already. */
  void begin() {
    flush();
    done = calls.count();
    position = 0;
    before = totals.capture();
    beforePs = engine.nowPs();
    beforeEvents = engine.eventCount();
  }

  /**
   * Its simulation has ended, and another sample follows.
   *
   * @param lastToken the operation after which the next sample begins
   */
  void end(int lastToken) {
    totals.settle(lastToken, engine.nowPs());
    if (!known.hasRoom()) {
      return;
    }
    long[] after = totals.capture();
    for (int i = 0; i < after.length; i++) {
      after[i] -= before[i];
    }
    known.learn(
        calls,
        new ReplayPath.Leaf(engine.nowPs() - beforePs, engine.eventCount() - beforeEvents, after));
  }

  /** A read of the simulation: computed now unless it was before. */
  void read(Numbers numbers, int operation, int attempt, ReadOutcome outcome) {
    outcome.set(next(NumberCall.Kind.READ, operation, attempt, numbers).read);
  }

  /** An update of the simulation. */
  void update(Numbers numbers, int operation, UpdateOutcome outcome) {
    outcome.set(next(NumberCall.Kind.UPDATE, operation, 0, numbers).update);
  }

  /** Work of a digital unit in the simulation. */
  void compute(Numbers numbers, int operation) {
    next(NumberCall.Kind.COMPUTE, operation, 0, numbers);
  }

  private NumberCall next(NumberCall.Kind kind, int operation, int attempt, Numbers numbers) {
    @Nullable NumberCall call = position < done ? calls.get(position) : null;
    position++;
    if (call == null) {
      call = calls.add(kind, operation, attempt);
      compute(call, numbers);
    } else if (call.kind != kind || call.token != operation || call.attempt != attempt) {
      throw new IllegalStateException(
          "a known schedule computes operation " + call.token + " where this one has " + operation);
    }
    return call;
  }
}
