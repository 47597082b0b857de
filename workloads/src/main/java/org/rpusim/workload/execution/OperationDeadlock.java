package org.rpusim.workload.execution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.machine.Chip;
import org.rpusim.workload.execution.WaitForGraph.Reason;

/** Who waits for whom when operations are left that nothing will ever start. */
final class OperationDeadlock {
  private static final int MOST_NAMED = 6;

  private final ProgramState program;
  private final WaitForGraph graph;

  private OperationDeadlock(ProgramState program, Chip chip) {
    this.program = program;
    this.graph = new WaitForGraph(program, chip);
  }

  /**
   * What to tell of a program that has stopped before its end.
   *
   * @param nowPs when it did
   */
  static RuntimeException of(ProgramState program, Chip chip, long nowPs) {
    return new OperationDeadlock(program, chip).explain(nowPs);
  }

  private RuntimeException explain(long nowPs) {
    SequencedSet<Integer> passed = new LinkedHashSet<>();
    int token = firstLeft();
    while (token != WaitForGraph.NONE && passed.add(token)) {
      token = graph.waitsFor(token);
    }
    if (token == WaitForGraph.NONE) {
      int last = passed.isEmpty() ? WaitForGraph.NONE : passed.getLast();
      return new IllegalStateException(
          "At %,d ps %s for ever, as nothing frees it."
              .formatted(nowPs, last < 0 ? "nobody waits" : clause(last)));
    }
    while (passed.getFirst() != token) { // what leads into the circle
      passed.removeFirst();
    }
    return new ConfigException(
        "Deadlock at %,d ps: %s.".formatted(nowPs, circle(List.copyOf(passed))),
        "Maybe a larger tile.inputBufferVectors or tile.outputBufferVectors, fewer samples in"
            + " flight, or tile.inputBufferFull=spill.");
  }

  private int firstLeft() {
    for (int slot = 0; slot < program.slots; slot++) {
      for (int operation = 0; operation < program.operations; operation++) {
        int token = program.token(slot, operation);
        if (program.unfinished[slot] > 0 && !graph.isComplete(token)) {
          return token;
        }
      }
    }
    return WaitForGraph.NONE;
  }

  /** Operations that wait but for their turn are left out; who holds something is named. */
  private String circle(List<Integer> tokens) {
    List<Integer> named =
        tokens.stream().filter(token -> graph.reason(token) != Reason.ORDER).toList();
    if (named.isEmpty()) {
      named = tokens;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < named.size(); i++) {
      if (i == MOST_NAMED) {
        text.append(", and so on round ").append(named.size()).append(" operations");
        break;
      }
      text.append(i == 0 ? "" : ", which is free only after ").append(clause(named.get(i)));
    }
    String itself = named.size() == 1 ? "it has gone on itself" : "the first has gone on";
    return text.append(", which is free only after ").append(itself).toString();
  }

  private String clause(int token) {
    int tile = graph.tile(token);
    String waits =
        switch (graph.reason(token)) {
          case ORDER -> " waits for an operation before it";
          case INPUT_ROOM -> " waits for room in the input buffer of tile " + tile;
          case OUTPUT_ROOM -> " waits for room in the output buffer of tile " + tile;
          case CONVERTERS -> " waits for the converters of tile " + tile;
          case ARRAY -> " waits for the array of tile " + tile;
        };
    int operation = program.operationOf(token);
    return "\"%s\" of sample %,d"
            .formatted(program.names[operation], program.samples[program.slotOf[token]])
        + waits;
  }
}
