package org.rpusim.workload.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.machine.Team;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;

/**
 * Compiles networks. Batch 1 is strict SGD: forward reads layer by layer, softmax and loss,
 * backward reads, and each array is updated after its backward read. In a larger batch all samples
 * are read with the same weights; then each array is updated sample by sample.
 */
public final class NetworkCompiler {
  private final Mapping mapping;
  private final ProgramBuilder program = new ProgramBuilder();
  private final Router router;
  private final UpdateCompiler updates;
  private final ForwardCompiler forward;
  private final BackwardCompiler backward;
  private final int batch;

  private NetworkCompiler(
      Mapping mapping,
      ChipSpec chip,
      @Nullable Team team,
      int batch,
      boolean training,
      boolean streaming) {
    this.mapping = mapping;
    this.batch = batch;
    this.router = new Router(program, chip.digital().sharing(), team);
    ReadCompiler reads = new ReadCompiler(program, router);
    DigitalCompiler digital = new DigitalCompiler(program, router);
    this.updates = new UpdateCompiler(program, router, reads.spills());
    this.forward =
        new ForwardCompiler(
            mapping, program, router, reads, digital, layer -> training && keeps(layer), streaming);
    this.backward = new BackwardCompiler(mapping, router, reads, digital);
  }

  /** Forward, backward and update of one sample. */
  public static Program training(Mapping mapping, ChipSpec chip) {
    return training(mapping, chip, 1);
  }

  /**
   * Forward and backward of the samples of a batch, then their updates.
   *
   * @param batch samples, 1 or more
   */
  public static Program training(Mapping mapping, ChipSpec chip, int batch) {
    return training(mapping, chip, batch, false);
  }

  /**
   * The same, with forward passes of convolutions band by band where that is wanted.
   *
   * @param streaming whether rows of a convolution's output are sent on as soon as they are there
   */
  public static Program training(Mapping mapping, ChipSpec chip, int batch, boolean streaming) {
    return new NetworkCompiler(mapping, chip, null, batch, true, streaming).compileTraining();
  }

  /** The forward pass of one sample and the comparison with its label. */
  public static Program evaluation(Mapping mapping, ChipSpec chip) {
    return evaluation(mapping, chip, false);
  }

  /** The same; see {@link #training(Mapping, ChipSpec, int, boolean)}. */
  public static Program evaluation(Mapping mapping, ChipSpec chip, boolean streaming) {
    return new NetworkCompiler(mapping, chip, null, 1, false, streaming).compileEvaluation();
  }

  private Program compileEvaluation() {
    forward.classify();
    return program.build(mapping.tiles(), 1);
  }

  /** What a team of chips that holds a whole network does for a sample; see {@link #part}. */
  public static Program whole(Mapping mapping, ChipSpec chip, Team team, boolean training) {
    NetworkCompiler compiler = new NetworkCompiler(mapping, chip, team, 1, training, false);
    return training ? compiler.compileTraining() : compiler.compileEvaluation();
  }

  /**
   * What one of several teams of chips does for a sample: its part of a network, forward and, in
   * training, backward with its updates. What comes from and goes to neighbours passes where the
   * memory is joined to the first or the last chip of a team.
   *
   * @param team on whose tiles the mapping lies
   * @param first whether the part takes the sample itself, from the memory
   * @param last whether the part gives the network's outputs
   */
  public static Program part(
      Mapping mapping, ChipSpec chip, Team team, boolean first, boolean last, boolean training) {
    NetworkCompiler compiler = new NetworkCompiler(mapping, chip, team, 1, training, false);
    new PartCompiler(compiler.program, compiler.router, compiler.forward, compiler.backward)
        .compile(mapping.network(), first, last, training ? compiler::ofPart : null);
    return compiler.program.build(mapping.tiles(), 1);
  }

  private void ofPart(MappedLayer layer, Block block, int read, List<Integer> delta) {
    if (keeps(layer)) {
      updates.addKept(layer, block, read, delta);
    } else {
      updates.addSent(layer, block, gate(read, delta), -1, read >= 0);
    }
  }

  /** Whether x and delta stay on the tile until the update. */
  private boolean keeps(MappedLayer layer) {
    return batch == 1 && layer.layer().vectors() == 1;
  }

  private Program compileTraining() {
    List<List<Ready>> elements = new ArrayList<>();
    for (int element = 0; element < batch; element++) {
      program.startElement(element);
      List<Ready> ready = new ArrayList<>();
      backward.from(
          forward.loss(),
          (layer, block, read, delta) -> {
            if (batch == 1) {
              update(layer, block, read, delta);
            } else {
              ready.add(new Ready(layer, block, gate(read, delta)));
            }
          });
      elements.add(ready);
    }
    for (int i = 0; i < elements.getFirst().size(); i++) {
      updateInTurn(elements, i);
    }
    return program.build(mapping.tiles(), batch);
  }

  /** A block, and operations after which one sample no longer needs its present weights. */
  private record Ready(MappedLayer layer, Block block, List<Integer> operations) {}

  private static List<Integer> gate(int read, List<Integer> delta) {
    return read < 0 ? delta : List.of(read);
  }

  private void update(MappedLayer layer, Block block, int read, List<Integer> delta) {
    if (keeps(layer)) {
      updates.addKept(layer, block, read, delta);
    } else {
      updates.addSent(layer, block, gate(read, delta), -1);
    }
  }

  private void updateInTurn(List<List<Ready>> elements, int position) {
    List<Integer> all = new ArrayList<>();
    elements.forEach(ready -> all.addAll(ready.get(position).operations()));
    int previous = -1;
    for (int element = 0; element < batch; element++) {
      program.startElement(element);
      Ready ready = elements.get(element).get(position);
      previous = updates.addSent(ready.layer(), ready.block(), all, previous);
    }
  }
}
