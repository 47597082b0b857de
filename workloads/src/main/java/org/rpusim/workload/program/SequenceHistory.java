package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.interconnect.Transfer;
import org.rpusim.chip.interconnect.Transfer.Place;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.DigitalSpec.Sharing;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.MappedLayer;

/**
 * What each time step of each layer keeps at its home until its update: x and h, the gates, and
 * what else the backward pass needs. Where a digital unit's buffer has no room for all time steps,
 * the first ones, which the backward pass needs last, go to the memory after their forward pass and
 * come back, two steps ahead, for their backward pass; their gradients do so until the update.
 */
final class SequenceHistory {
  private static final int AHEAD = 2;
  private static final int NONE = -1;

  private final SequenceLayout layout;
  private final ProgramBuilder program;
  private final boolean shared;

  /** Elements of each layer, the first ones, for which there is no room. */
  private final int[] spilled;

  /** Operation after which an element is in the memory. */
  private final int[][] written;

  /** Operation after which an element's gradients are worked out. */
  private final int[][] gradients;

  /**
   * @param inFlight batches under way together, each of which has an equal part of a buffer
   */
  SequenceHistory(SequenceLayout layout, ProgramBuilder program, ChipSpec chip, int inFlight) {
    this.layout = layout;
    this.program = program;
    this.shared = chip.digital().sharing() == Sharing.SHARED;
    int layers = layout.layers() + 1;
    this.spilled = new int[layers];
    this.written = new int[layers][layout.elements()];
    this.gradients = new int[layers][layout.elements()];
    long all = 0;
    for (int layer = 0; layer < layers; layer++) {
      all += ArrayCycles.valueBits(kept(layer));
    }
    for (int layer = 0; layer < layers; layer++) {
      // A shared unit's buffer holds the same time steps of all layers.
      double each = shared ? all : ArrayCycles.valueBits(kept(layer));
      double room = Math.min(layout.elements(), 8 * chip.digital().bufferBytes() / inFlight / each);
      spilled[layer] = layout.elements() - (int) room;
    }
  }

  /** Numbers that a time step keeps, those of its input vector included; a symbol is one. */
  private int kept(int layer) {
    if (layer == layout.layers()) {
      return layout.units(layer - 1) + layout.network().symbols();
    }
    return inputs(layer) + layout.layer(layer).keptNumbers();
  }

  private int inputs(int layer) {
    return (layer == 0 ? 1 : layout.inputs(layer)) + layout.units(layer);
  }

  private int rows(int layer) {
    return layout.matrices(layer).stream().mapToInt(matrix -> matrix.layer().rows()).sum();
  }

  /** Whether a time step has no room on the chip. */
  private boolean isSpilled(int layer, int element) {
    return element < spilled[layer];
  }

  /** A time step's forward pass is done, that of the output layer with its gradient. */
  void keep(int layer, int element, int after) {
    if (isSpilled(layer, element)) {
      written[layer][element] = write(layer, kept(layer), after);
    }
  }

  /** Operations after which a recurrent layer's backward pass has what it needs of a time step. */
  List<Integer> restored(int layer, int element) {
    if (!isSpilled(layer, element)) {
      return ImmutableList.of();
    }
    List<Integer> after = new ArrayList<>(List.of(written[layer][element]));
    int later = element + AHEAD * layout.batch();
    if (later < layout.elements()) {
      after.add(gradients[layer][later]);
    }
    return ImmutableList.of(fetch(layer, kept(layer), after));
  }

  /** The gradients of a time step's first stage, the last to be worked out, are there. */
  void replaced(int layer, int element, int gradient) {
    gradients[layer][element] = gradient;
    if (isSpilled(layer, element)) {
      written[layer][element] = write(layer, rows(layer), gradient);
    }
  }

  /**
   * Operations after which x and the gradients of a time step are there for an update.
   *
   * @param previous an update after which there is room for them, or −1
   */
  List<Integer> forUpdate(int layer, MappedLayer matrix, int element, int previous) {
    if (!isSpilled(layer, element)) {
      return ImmutableList.of();
    }
    int inputs = layer == layout.layers() ? layout.units(layer - 1) : inputs(layer);
    List<Integer> after = new ArrayList<>(List.of(written[layer][element]));
    if (previous != NONE) {
      after.add(previous);
    }
    return ImmutableList.of(fetch(layer, inputs + matrix.layer().rows(), after));
  }

  private int write(int layer, int numbers, int after) {
    long bits = ArrayCycles.valueBits(numbers);
    Step send = new Step.Send(new Transfer(home(layer), ImmutableList.of(memory()), bits));
    int sent = program.add("time step over the interconnect to memory", send, List.of(after));
    return program.add("time step into memory", new Step.ReadMemory(bits), List.of(sent));
  }

  private int fetch(int layer, int numbers, List<Integer> after) {
    long bits = ArrayCycles.valueBits(numbers);
    int read = program.add("time step from memory", new Step.ReadMemory(bits), after);
    Step send = new Step.Send(new Transfer(memory(), ImmutableList.of(home(layer)), bits));
    return program.add("time step over the interconnect", send, List.of(read));
  }

  private static Place memory() {
    return new Place(Place.Kind.MEMORY, 0);
  }

  private Place home(int layer) {
    return shared
        ? new Place(Place.Kind.SHARED_UNIT, 0)
        : new Place(Place.Kind.TILE, layout.home(layer));
  }
}
