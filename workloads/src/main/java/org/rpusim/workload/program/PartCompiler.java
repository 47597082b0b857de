package org.rpusim.workload.program;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.program.Router.Need;

/**
 * Adds what one chip of a cluster does for a sample. Activations come over a port, those of the
 * part go on over another one; in training gradients take the same way back. A neighbour's vector
 * goes over the chip's interconnect as one from the memory does, and the other way.
 */
final class PartCompiler {
  private final ProgramBuilder program;
  private final Router router;
  private final ForwardCompiler forward;
  private final BackwardCompiler backward;

  PartCompiler(
      ProgramBuilder program, Router router, ForwardCompiler forward, BackwardCompiler backward) {
    this.program = program;
    this.router = router;
    this.forward = forward;
    this.backward = backward;
  }

  /**
   * The part: the first or the last of a network, or one between; never the whole.
   *
   * @param first whether it takes the sample from the memory
   * @param last whether it gives the outputs of the whole network
   * @param updates told of blocks to be updated; null for inference
   */
  void compile(
      Network part, boolean first, boolean last, BackwardCompiler.@Nullable Updates updates) {
    long inputBits = ArrayCycles.valueBits(part.inputs());
    Step comes = first ? new Step.ReadMemory(inputBits) : new Step.Port(true, true, inputBits);
    int input = program.add(first ? "sample from memory" : "activations taken", comes, List.of());
    List<Slice> outputs = forward.through(input);
    if (last) {
      finish(outputs, updates);
    } else {
      handOver(outputs, part.outputs(), first, updates);
    }
  }

  /** The last chip has the labels in its own memory. */
  private void finish(List<Slice> outputs, BackwardCompiler.@Nullable Updates updates) {
    Step read = new Step.ReadMemory(ArrayCycles.valueBits(1));
    int label = program.add("label from memory", read, List.of());
    if (updates == null) {
      forward.classify(outputs, label);
      return;
    }
    giveBack(backward.throughFrom(forward.loss(outputs, label), updates));
  }

  private void handOver(
      List<Slice> outputs, int count, boolean first, BackwardCompiler.@Nullable Updates updates) {
    int edge = Slice.edge(router.chips() - 1);
    int given = give("activations", outputs, edge, true);
    if (updates == null) {
      return;
    }
    Step takes = new Step.Port(true, false, ArrayCycles.valueBits(count));
    int taken = program.add("gradients taken", takes, List.of(given));
    int home = outputs.getFirst().tile();
    Slice outside = new Slice(0, count, edge, taken);
    int arrived =
        router
            .deliver("gradients", List.of(outside), List.of(new Need(home, 0, count)))
            .get(home)
            .getFirst();
    Slice gradient = new Slice(0, count, home, arrived);
    if (first) {
      backward.lastOf(gradient, updates);
    } else {
      giveBack(backward.through(gradient, updates));
    }
  }

  private void giveBack(List<Slice> gradient) {
    give("gradients", gradient, Slice.MEMORY, false);
  }

  /** Brings all slices to the port at an edge and hands them over as one vector. */
  private int give(String name, List<Slice> slices, int edge, boolean onwards) {
    int count = slices.stream().mapToInt(Slice::count).sum();
    List<Integer> arrived =
        router.deliver(name, slices, List.of(new Need(edge, 0, count))).get(edge);
    Step gives = new Step.Port(false, onwards, ArrayCycles.valueBits(count));
    return program.add(name + " handed over", gives, arrived);
  }
}
