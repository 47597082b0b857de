package org.rpusim.workload.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.interconnect.Transfer;
import org.rpusim.chip.interconnect.Transfer.Place;
import org.rpusim.chip.machine.Team;
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
  private final @Nullable Team team;

  Router(ProgramBuilder program, Sharing sharing) {
    this(program, sharing, null);
  }

  /**
   * @param team where the tiles lie on several chips
   */
  Router(ProgramBuilder program, Sharing sharing, @Nullable Team team) {
    this.program = program;
    this.shared = sharing == Sharing.SHARED;
    this.team = team;
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
      List<Integer> takers =
          needs.stream()
              .filter(need -> slice.overlaps(need.first(), need.count()))
              .map(Need::tile)
              .toList();
      List<Integer> remote = takers.stream().filter(tile -> !isAt(slice, tile)).toList();
      Map<Integer, Integer> sent =
          remote.isEmpty() ? Map.of() : send(name + " over the interconnect", slice, remote);
      for (int tile : takers) {
        arrivals.put(tile, isAt(slice, tile) ? slice.operation() : sent.getOrDefault(tile, -1));
      }
    }
    return arrivals.build();
  }

  /** By taker the operation after which it has the slice: first those on its own chip. */
  private Map<Integer, Integer> send(String name, Slice slice, List<Integer> takers) {
    int home = chipOf(slice.tile());
    List<Integer> own = new ArrayList<>(takers.stream().filter(t -> chipOf(t) == home).toList());
    int first = takers.stream().mapToInt(this::chipOf).reduce(home, Math::min);
    int last = takers.stream().mapToInt(this::chipOf).reduce(home, Math::max);
    if (slice.tile() >= 0 && (first < home || last > home)) {
      own.add(Slice.edge(home)); // from where it goes on
    }
    Map<Integer, Integer> arrived = new HashMap<>();
    int left = slice.operation();
    if (!own.isEmpty()) {
      left = within(home, name, slice, slice.tile(), own, arrived);
    }
    int start = slice.tile() >= 0 ? left : slice.operation();
    pass(home, last, name, slice.after(start), takers, arrived);
    pass(home, first, name, slice.after(start), takers, arrived);
    return arrived;
  }

  /** From a chip's edge over the links to another one, and on each chip to the takers there. */
  private void pass(
      int from,
      int to,
      String name,
      Slice slice,
      List<Integer> takers,
      Map<Integer, Integer> arrived) {
    int step = Integer.signum(to - from);
    long bits = ArrayCycles.valueBits(slice.count());
    int at = slice.operation();
    for (int chip = from; chip != to; chip += step) {
      int next = chip + step;
      Step hop = new Step.Hop(Math.min(chip, next), step > 0, bits);
      at = program.add(name + ", chip " + chip + " to " + next, hop, List.of(at));
      List<Integer> there = takers.stream().filter(tile -> chipOf(tile) == next).toList();
      arrived.put(Slice.edge(next), at);
      List<Integer> tiles = there.stream().filter(tile -> tile >= 0).toList();
      if (!tiles.isEmpty()) {
        within(next, name, slice.after(at), Slice.edge(next), tiles, arrived);
      }
    }
  }

  /** One transfer on a chip. */
  private int within(
      int chip,
      String name,
      Slice slice,
      int from,
      List<Integer> takers,
      Map<Integer, Integer> arrived) {
    Set<Place> places = new LinkedHashSet<>();
    takers.forEach(tile -> places.add(unitOf(tile)));
    Transfer transfer =
        new Transfer(
            unitOf(from), ImmutableList.copyOf(places), ArrayCycles.valueBits(slice.count()));
    int sent = program.add(name, new Step.Send(chip, transfer), List.of(slice.operation()));
    takers.forEach(tile -> arrived.put(tile, sent));
    return sent;
  }

  private boolean isAt(Slice slice, int tile) {
    return slice.tile() == tile
        || (shared && slice.tile() >= 0 && tile >= 0 && chipOf(slice.tile()) == chipOf(tile));
  }

  /** The chip of a tile, or of an edge. */
  private int chipOf(int tile) {
    if (tile < 0) {
      return Slice.MEMORY - tile;
    }
    return team == null ? 0 : team.chipOfTile().get(tile);
  }

  /** Chips that the program is of. */
  int chips() {
    return team == null ? 1 : team.chips();
  }

  private Place unitOf(int tile) {
    if (tile < 0) {
      return new Place(Place.Kind.MEMORY, 0);
    }
    return shared
        ? new Place(Place.Kind.SHARED_UNIT, 0)
        : new Place(Place.Kind.TILE, placeOf(tile));
  }

  private int placeOf(int tile) {
    return team == null ? tile : team.placeOfTile().get(tile);
  }

  /** An access to the memory of a tile's chip. */
  Step memory(int tile, long bits) {
    return new Step.ReadMemory(chipOf(tile), bits);
  }

  /** Numbers from the digital unit of a tile to the memory. */
  int toMemory(String name, int tile, long bits, BufferUse use, List<Integer> predecessors) {
    Transfer transfer = new Transfer(unitOf(tile), ImmutableList.of(unitOf(Slice.MEMORY)), bits);
    return program.add(
        name + " to memory",
        new Step.Send(chipOf(tile), transfer),
        Meaning.MOVES,
        use,
        predecessors);
  }

  /** Numbers from the memory to the digital unit of a tile. */
  int fromMemory(String name, int tile, long bits, BufferUse use, List<Integer> predecessors) {
    Transfer transfer = new Transfer(unitOf(Slice.MEMORY), ImmutableList.of(unitOf(tile)), bits);
    Step send = new Step.Send(chipOf(tile), transfer);
    return program.add(name + " back", send, Meaning.MOVES, use, predecessors);
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
    Place array = new Place(Place.Kind.TILE, placeOf(tile));
    return new Step.Send(
        chipOf(tile),
        towardsTile
            ? new Transfer(unit, ImmutableList.of(array), bits)
            : new Transfer(array, ImmutableList.of(unit), bits));
  }
}
