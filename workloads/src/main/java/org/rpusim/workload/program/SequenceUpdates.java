package org.rpusim.workload.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;

/**
 * Adds the updates of a batch of sequences. All reads of a batch see the same weights: the updates
 * of an array follow its last backward read, one a time step, from the last to the first; the
 * numbers of the next one are sent while the array updates.
 */
final class SequenceUpdates {
  /** Updates whose numbers are under way or at work. */
  private static final int AHEAD = 2;

  private final SequenceLayout layout;
  private final ProgramBuilder program;
  private final UpdateCompiler updates;
  private final SequenceHistory history;

  /** By matrix. */
  private final List<Waiting> waiting = new ArrayList<>();

  /**
   * What the updates of a matrix wait for.
   *
   * @param gates by block: operations after which no time step needs the present weights
   * @param delivered by block and element: operations after which the gradient of the rows is there
   */
  private record Waiting(List<List<Integer>> gates, List<Map<Integer, List<Integer>>> delivered) {
    Waiting(int blocks) {
      this(new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < blocks; i++) {
        gates.add(new ArrayList<>());
        delivered.add(new HashMap<>());
      }
    }
  }

  SequenceUpdates(
      SequenceLayout layout,
      ProgramBuilder program,
      UpdateCompiler updates,
      SequenceHistory history) {
    this.layout = layout;
    this.program = program;
    this.updates = updates;
    this.history = history;
    layout.mapping().layers().forEach(m -> waiting.add(new Waiting(m.blocks().size())));
  }

  /** A time step's gradients are on their way. */
  void ready(MappedLayer matrix, int element, SequenceReads.Backward read) {
    Waiting of = waiting.get(matrix.index());
    for (int i = 0; i < matrix.blocks().size(); i++) {
      List<Integer> delivered = read.delivered().get(matrix.blocks().get(i).tile());
      of.delivered().get(i).put(element, delivered);
      if (read.cycles().isEmpty()) { // then its forward read is done when its gradient is there
        of.gates().get(i).addAll(delivered);
      } else {
        of.gates().get(i).add(read.cycles().get(i));
      }
    }
  }

  /** All updates of a layer's matrices. */
  void layer(int layer) {
    for (MappedLayer matrix : layout.matrices(layer)) {
      for (int block = 0; block < matrix.blocks().size(); block++) {
        block(layer, matrix, block);
      }
    }
  }

  private void block(int layer, MappedLayer matrix, int position) {
    Block block = matrix.blocks().get(position);
    Waiting of = waiting.get(matrix.index());
    List<Integer> gate = of.gates().get(position);
    List<Integer> done = new ArrayList<>();
    for (int step = layout.steps() - 1; step >= 0; step--) {
      for (int sequence = 0; sequence < layout.batch(); sequence++) {
        int element = layout.element(step, sequence);
        program.startElement(element);
        List<Integer> ready =
            new ArrayList<>(of.delivered().get(position).getOrDefault(element, List.of()));
        int count = done.size();
        int room = count < AHEAD ? -1 : done.get(count - AHEAD);
        ready.addAll(room < 0 ? gate : List.of(room));
        if (position == 0) {
          ready.addAll(history.forUpdate(layer, matrix, element, room));
        }
        int previous = count == 0 ? -1 : done.getLast();
        done.add(updates.addSent(matrix, block, ready, previous, true));
      }
    }
  }
}
