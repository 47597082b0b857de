package org.rpusim.workload.program;

import java.util.ArrayList;
import java.util.List;
import org.rpusim.workload.program.Router.Need;

/** Adds the work of digital units, and brings numbers together for it. */
final class DigitalCompiler {
  private final ProgramBuilder program;
  private final Router router;

  DigitalCompiler(ProgramBuilder program, Router router) {
    this.program = program;
    this.router = router;
  }

  /** Work on a slice where it is. */
  Slice compute(String name, Slice at, long operations, Meaning meaning) {
    return at.after(add(name, at.tile(), operations, meaning, List.of(at.operation())));
  }

  /** Work at the digital unit of a tile. */
  int add(String name, int tile, long operations, Meaning meaning, List<Integer> after) {
    Step step = new Step.Compute(tile, operations);
    return program.add(name, step, meaning, BufferUse.NONE, after);
  }

  /**
   * Adds partial results in the unit of the first one's tile. Those of copies of a matrix, which
   * have read different vectors, are put side by side.
   *
   * @param numbers length of the sum
   * @param summands partial results that each of its numbers is the sum of
   */
  Slice addPartials(String name, List<Slice> partials, int numbers, int summands, Meaning meaning) {
    Slice first = partials.getFirst();
    if (partials.size() == 1) {
      return first;
    }
    Slice home = new Slice(first.first(), numbers, first.tile(), first.operation());
    List<Integer> arrived = new ArrayList<>();
    for (Slice partial : partials) {
      arrived.addAll(bring(name + " partial sums", List.of(partial), home.tile(), home));
    }
    long additions = (long) (summands - 1) * numbers;
    return home.after(add(name + " sum", home.tile(), additions, meaning, arrived));
  }

  /** Adds partial results, all of the same numbers, in the unit of the first one's tile. */
  Slice addPartials(String name, List<Slice> partials, Meaning meaning) {
    return addPartials(name, partials, partials.getFirst().count(), partials.size(), meaning);
  }

  /** Brings all slices of a vector to the unit that has the first. */
  Slice gather(String name, List<Slice> slices) {
    Slice home = slices.getFirst();
    if (slices.size() == 1) {
      return home;
    }
    int length = slices.stream().mapToInt(Slice::count).sum();
    Slice whole = new Slice(0, length, home.tile(), home.operation());
    List<Integer> arrived = bring(name, slices, home.tile(), whole);
    return whole.after(add(name + " together", home.tile(), 0, Meaning.MOVES, arrived));
  }

  /** Brings what slices have of a range to a tile's unit; gives the operations to wait for. */
  List<Integer> bring(String name, List<Slice> slices, int tile, Slice range) {
    Need need = new Need(tile, range.first(), range.count());
    return router.deliver(name, slices, List.of(need)).get(tile);
  }
}
