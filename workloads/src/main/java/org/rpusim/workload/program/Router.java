package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rpusim.chip.interconnect.Transfer;
import org.rpusim.chip.interconnect.Transfer.Place;
import org.rpusim.chip.spec.DigitalSpec.Sharing;
import org.rpusim.chip.tile.ArrayCycles;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.network.MatrixLayer;

/**
 * Adds the transfers that bring numbers to where they are needed. What is there already is not
 * moved; one transfer serves all receivers of a slice.
 */
final class Router {
  private final ProgramBuilder program;
  private final boolean shared;

  Router(ProgramBuilder program, Sharing sharing) {
    this.program = program;
    this.shared = sharing == Sharing.SHARED;
  }

  /** Numbers of a vector that the digital unit of a tile needs. */
  record Need(int tile, int first, int count) {
    /** What a block's columns take of the layer's input; nothing if it has the bias alone. */
    static Need inputsOf(Block block, MatrixLayer layer) {
      int end = Math.min(block.firstColumn() + block.columns(), layer.fanIn());
      if (end <= block.firstColumn()) {
        return new Need(block.tile(), block.firstColumn(), 0);
      }
      if (!(layer instanceof ConvolutionLayer convolution)) {
        return new Need(block.tile(), block.firstColumn(), end - block.firstColumn());
      }
      int window = convolution.window().area();
      int area = convolution.input().area();
      int firstChannel = block.firstColumn() / window;
      int endChannel = (end - 1) / window + 1;
      return new Need(block.tile(), firstChannel * area, (endChannel - firstChannel) * area);
    }

    /** What a block's rows take of the gradient of the layer's output. */
    static Need rowsOf(Block block, MatrixLayer layer) {
      int vectors = layer.vectors();
      return new Need(block.tile(), block.firstRow() * vectors, block.rows() * vectors);
    }
  }

  /**
   * Brings slices of a vector to the digital units that need them.
   *
   * @return for each tile the operations after which it has what it needs
   */
  ImmutableListMultimap<Integer, Integer> deliver(
      String name, List<Slice> slices, List<Need> needs) {
    ImmutableListMultimap.Builder<Integer, Integer> arrivals = ImmutableListMultimap.builder();
    for (Slice slice : slices) {
      List<Need> takers =
          needs.stream().filter(need -> slice.overlaps(need.first(), need.count())).toList();
      List<Need> remote = takers.stream().filter(need -> !isAt(slice, need.tile())).toList();
      int sent = remote.isEmpty() ? -1 : send(name, slice, remote);
      for (Need need : takers) {
        int arrival = isAt(slice, need.tile()) ? slice.operation() : sent;
        arrivals.put(need.tile(), arrival);
      }
    }
    return arrivals.build();
  }

  private int send(String name, Slice slice, List<Need> takers) {
    Set<Place> places = new LinkedHashSet<>();
    takers.forEach(need -> places.add(unitOf(need.tile())));
    Transfer transfer =
        new Transfer(
            unitOf(slice.tile()),
            ImmutableList.copyOf(places),
            ArrayCycles.valueBits(slice.count()));
    return program.add(
        name + " over the interconnect", new Step.Send(transfer), List.of(slice.operation()));
  }

  private boolean isAt(Slice slice, int tile) {
    return slice.tile() == tile || (shared && slice.tile() != Slice.MEMORY && tile != Slice.MEMORY);
  }

  private Place unitOf(int tile) {
    if (tile == Slice.MEMORY) {
      return new Place(Place.Kind.MEMORY, 0);
    }
    return shared ? new Place(Place.Kind.SHARED_UNIT, 0) : new Place(Place.Kind.TILE, tile);
  }

  /** Numbers from the digital unit of a tile to the memory. */
  int toMemory(String name, int tile, long bits, BufferUse use, List<Integer> predecessors) {
    Transfer transfer = new Transfer(unitOf(tile), ImmutableList.of(unitOf(Slice.MEMORY)), bits);
    return program.add(
        name + " to memory", new Step.Send(transfer), Meaning.MOVES, use, predecessors);
  }

  /** Numbers from the memory to the digital unit of a tile. */
  int fromMemory(String name, int tile, long bits, BufferUse use, List<Integer> predecessors) {
    Transfer transfer = new Transfer(unitOf(Slice.MEMORY), ImmutableList.of(unitOf(tile)), bits);
    return program.add(name + " back", new Step.Send(transfer), Meaning.MOVES, use, predecessors);
  }

  /** Words from the digital unit to the drivers of a tile. */
  int toTile(String name, int tile, long bits, BufferUse buffers, List<Integer> predecessors) {
    return program.add(
        name + " to tile " + tile,
        tileTransfer(tile, bits, true),
        Meaning.MOVES,
        buffers,
        predecessors);
  }

  /** Words from the converters of a tile to the digital unit; the output buffer is free then. */
  int fromTile(String name, int tile, long bits, int read) {
    return program.add(
        name + " from tile " + tile,
        tileTransfer(tile, bits, false),
        Meaning.MOVES,
        BufferUse.releasesOutput(tile),
        List.of(read));
  }

  private Step tileTransfer(int tile, long bits, boolean towardsTile) {
    if (!shared) {
      return new Step.Link(tile, bits);
    }
    Place unit = unitOf(tile);
    Place array = new Place(Place.Kind.TILE, tile);
    return new Step.Send(
        towardsTile
            ? new Transfer(unit, ImmutableList.of(array), bits)
            : new Transfer(array, ImmutableList.of(unit), bits));
  }
}
