package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.ArrayCycle;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.recurrent.RecurrentNetwork;

/**
 * Compiles truncated back-propagation through time: a batch of sequences goes forward and backward
 * with the same weights, then each array is updated time step by time step. An operation's element
 * is its time step × batch + its sequence; a sample of the program is a character.
 */
public final class SequenceCompiler {
  private final SequenceLayout layout;
  private final ProgramBuilder program = new ProgramBuilder();
  private final SequenceForward forward;
  private final SequenceBackward backward;
  private final SequenceUpdates updates;
  private final SequenceHistory history;

  private SequenceCompiler(SequenceLayout layout, ChipSpec chip, int inFlight) {
    this.layout = layout;
    Router router = new Router(program, chip.digital().sharing());
    DigitalCompiler digital = new DigitalCompiler(program, router);
    ReadCompiler single = new ReadCompiler(program, router);
    SequenceReads reads = new SequenceReads(router, single, digital);
    this.history = new SequenceHistory(layout, program, chip, inFlight);
    this.updates =
        new SequenceUpdates(
            layout, program, new UpdateCompiler(program, router, single.spills()), history);
    this.forward = new SequenceForward(layout, program, router, reads, digital);
    this.backward =
        new SequenceBackward(layout, program, reads, digital, forward, updates, history);
  }

  /**
   * What a sequence costs beside its network.
   *
   * @param steps time steps of a sequence, T
   * @param batch sequences with the same weights
   * @param inFlight batches under way together, which share the buffers
   * @param drops whether numbers on their way to the next layer are dropped
   * @param clips whether gradients of gates are clipped
   */
  public record Shape(int steps, int batch, int inFlight, boolean drops, boolean clips) {}

  /**
   * Forward, backward and updates of a batch of sequences.
   *
   * @param mapping of {@link RecurrentNetwork#matrices}
   */
  public static Program training(
      RecurrentNetwork network, Mapping mapping, ChipSpec chip, Shape shape) {
    SequenceLayout layout =
        new SequenceLayout(
            network, mapping, shape.steps(), shape.batch(), shape.drops(), shape.clips());
    return new SequenceCompiler(layout, chip, shape.inFlight()).compileTraining();
  }

  /** The forward pass of one sequence, with its loss and the comparison with its labels. */
  public static Program evaluation(
      RecurrentNetwork network, Mapping mapping, ChipSpec chip, int steps) {
    SequenceLayout layout = new SequenceLayout(network, mapping, steps, 1, false, false);
    SequenceCompiler compiler = new SequenceCompiler(layout, chip, 1);
    compiler.forward.begin();
    for (int step = 0; step < steps; step++) {
      compiler.forward(step, 0);
      compiler.forward.classify(step, 0);
    }
    return compiler.build();
  }

  private void forward(int step, int sequence) {
    for (int layer = 0; layer < layout.layers(); layer++) {
      forward.layer(layer, step, sequence);
    }
  }

  private Program compileTraining() {
    forward.begin();
    Slice[] losses = new Slice[layout.elements()];
    for (int step = 0; step < layout.steps(); step++) {
      for (int sequence = 0; sequence < layout.batch(); sequence++) {
        int element = layout.element(step, sequence);
        forward(step, sequence);
        for (int layer = 0; layer < layout.layers(); layer++) {
          history.keep(layer, element, forward.done(layer, element));
        }
        losses[element] = forward.loss(step, sequence);
        history.keep(layout.layers(), element, losses[element].operation());
      }
    }
    for (int step = layout.steps() - 1; step >= 0; step--) {
      for (int sequence = 0; sequence < layout.batch(); sequence++) {
        Slice last = losses[layout.element(layout.steps() - 1, sequence)];
        backward.output(step, sequence, losses[layout.element(step, sequence)], last);
        for (int layer = layout.layers() - 1; layer >= 0; layer--) {
          backward.layer(layer, step, sequence);
        }
      }
    }
    for (int layer = layout.layers(); layer >= 0; layer--) {
      updates.layer(layer);
    }
    return build();
  }

  /** Work of a character is that of the batch divided by its characters, to the nearest whole. */
  private Program build() {
    Program all = program.build(layout.mapping().tiles(), layout.elements());
    long readOperations = 0;
    long weightUpdates = 0;
    for (Operation operation : all.operations()) {
      if (operation.step() instanceof Step.RunArray(int tile, ArrayCycle cycle)) {
        switch (operation.meaning()) {
          case Meaning.ForwardRead read -> readOperations += 2 * read.block().weights();
          case Meaning.BackwardRead read -> readOperations += 2 * read.block().weights();
          case Meaning.Update update -> weightUpdates += update.block().weights();
          default -> throw new IllegalStateException(operation.name() + " on tile " + tile);
        }
      }
    }
    double characters = layout.elements();
    return new Program(
        ImmutableList.copyOf(all.operations()),
        all.tiles(),
        all.batch(),
        all.weights(),
        Math.round(readOperations / characters),
        Math.round(weightUpdates / characters));
  }
}
