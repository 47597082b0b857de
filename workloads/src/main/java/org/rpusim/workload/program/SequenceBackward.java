package org.rpusim.workload.program;

import java.util.ArrayList;
import java.util.List;
import org.rpusim.workload.mapping.MappedLayer;

/**
 * Adds the backward pass of a batch of sequences, from the last time step to the first. The output
 * layer reads backward when it has read a whole sequence forward, so that neither pass holds the
 * other up; within a recurrent layer a time step waits for the one after it.
 */
final class SequenceBackward {
  /** Backward reads of the output layer whose numbers are under way or at work. */
  private static final int AHEAD = 2;

  private final SequenceLayout layout;
  private final ProgramBuilder program;
  private final SequenceReads reads;
  private final DigitalCompiler digital;
  private final SequenceForward forward;
  private final SequenceUpdates updates;
  private final SequenceHistory history;

  /** Operations after which the gradient of a layer's h of a time step is at its home. */
  private final List<List<List<Integer>>> ready = new ArrayList<>();

  /** Array cycles of the output layer's backward read, by element. */
  private final List<List<Integer>> outputCycles;

  SequenceBackward(
      SequenceLayout layout,
      ProgramBuilder program,
      SequenceReads reads,
      DigitalCompiler digital,
      SequenceForward forward,
      SequenceUpdates updates,
      SequenceHistory history) {
    this.layout = layout;
    this.program = program;
    this.reads = reads;
    this.digital = digital;
    this.forward = forward;
    this.updates = updates;
    this.history = history;
    this.outputCycles = emptyLists(layout.elements());
    for (int layer = 0; layer < layout.layers(); layer++) {
      ready.add(emptyLists(layout.elements()));
    }
  }

  private static List<List<Integer>> emptyLists(int count) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  /**
   * The output layer's backward read of a time step.
   *
   * @param last the gradient of the sequence's last time step
   */
  void output(int step, int sequence, Slice delta, Slice last) {
    int element = layout.element(step, sequence);
    program.startElement(element);
    int top = layout.layers() - 1;
    List<Integer> after = new ArrayList<>(List.of(delta.operation(), last.operation()));
    if (step + AHEAD < layout.steps()) {
      after.addAll(outputCycles.get(layout.element(step + AHEAD, sequence)));
    }
    Slice due = delta.after(digital.add("gradients due", delta.tile(), 0, Meaning.MOVES, after));
    SequenceReads.Backward read = reads.backward(layout.output(), due, true);
    outputCycles.get(element).addAll(read.cycles());
    updates.ready(layout.output(), element, read);
    give(top, element, read.columns(), 0, "out gradients");
  }

  /** A time step of a recurrent layer. */
  void layer(int layer, int step, int sequence) {
    int element = layout.element(step, sequence);
    program.startElement(element);
    List<Integer> arrived = ready.get(layer).get(element);
    arrived.add(forward.done(layer, element));
    arrived.addAll(history.restored(layer, element));
    for (int stage = layout.layer(layer).stages() - 1; stage >= 0; stage--) {
      arrived = stage(layer, stage, step, sequence, arrived);
    }
  }

  /** Gives the operations after which the next stage's gradients are there. */
  private List<Integer> stage(int layer, int stage, int step, int sequence, List<Integer> arrived) {
    int element = layout.element(step, sequence);
    MappedLayer matrix = layout.matrix(layer, stage);
    String name = matrix.layer().name();
    int home = layout.home(layer);
    Meaning meaning = new Meaning.CellGradient(layer, stage);
    int gradient =
        digital.add(name + " gradients", home, operations(layer, stage, step), meaning, arrived);
    Slice delta = new Slice(0, matrix.layer().rows(), home, gradient);
    boolean reading = layer > 0 || step > 0 || stage > 0;
    SequenceReads.Backward read = reads.backward(matrix, delta, reading);
    updates.ready(matrix, element, read);
    if (stage == 0) {
      history.replaced(layer, element, gradient);
    }
    if (layer > 0) {
      give(layer - 1, element, read.columns(), 0, name + " gradients down");
    }
    int inputs = layout.inputs(layer);
    if (stage > 0) {
      List<Integer> inner = bring(layer, read.columns(), inputs, name + " gradients back");
      inner.add(gradient);
      return inner;
    }
    if (step > 0) {
      int before = layout.element(step - 1, sequence);
      give(layer, before, read.columns(), inputs, name + " gradients back");
      ready.get(layer).get(before).add(gradient);
    }
    return arrived;
  }

  /**
   * With the sums of gradients, each a number: from above and from the next time step in the last
   * stage, and from the other stages of the layer above.
   */
  private long operations(int layer, int stage, int step) {
    long units = layout.units(layer);
    long operations = layout.layer(layer).backwardOperations(stage);
    operations += layout.clips() ? layout.layer(layer).rows(stage) : 0;
    if (stage == layout.layer(layer).stages() - 1) {
      operations += step < layout.steps() - 1 ? units : 0;
      operations += layout.drops() ? units : 0;
      if (layer < layout.layers() - 1) {
        operations += units * (layout.layer(layer + 1).stages() - 1);
      }
    }
    return operations;
  }

  /** Part of the gradient of an input vector becomes the gradient of a layer's h. */
  private void give(int layer, int element, List<Slice> columns, int first, String name) {
    ready.get(layer).get(element).addAll(bring(layer, columns, first, name));
  }

  private List<Integer> bring(int layer, List<Slice> columns, int first, String name) {
    Slice range = new Slice(first, layout.units(layer), layout.home(layer), -1);
    List<Slice> parts = new ArrayList<>();
    for (Slice column : columns) {
      int from = Math.max(column.first(), first);
      int to = Math.min(column.first() + column.count(), first + range.count());
      if (from < to) {
        parts.add(new Slice(from, to - from, column.tile(), column.operation()));
      }
    }
    return new ArrayList<>(digital.bring(name, parts, range.tile(), range));
  }
}
