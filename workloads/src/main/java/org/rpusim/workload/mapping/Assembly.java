package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.TileKind;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Network;

/** Puts a mapping together from filled tiles. */
final class Assembly {
  private final Network network;
  private final ChipSpec chip;
  private final ImmutableIntArray kindOf;

  /**
   * @param kindOf kind of tile of each layer with weights
   */
  Assembly(Network network, ChipSpec chip, ImmutableIntArray kindOf) {
    this.network = network;
    this.chip = chip;
    this.kindOf = kindOf;
  }

  /** Number of a layer's first piece among all of the network. */
  int firstPiece(int matrix) {
    int first = 0;
    for (int i = 0; i < matrix; i++) {
      first += (int) Piece.tiles(network.matrices().get(i), chip.kinds().get(kindOf.get(i)));
    }
    return first;
  }

  /** The mapping in which tiles have the numbers of their bins. */
  Mapping numbered(List<Packing.Bin> bins) {
    int[] numbers = IntStream.range(0, bins.size()).toArray();
    return mapping(bins, numbers, ImmutableIntArray.copyOf(numbers));
  }

  /** The mapping in which tiles are counted in the order of their sites. */
  Mapping placed(List<Packing.Bin> bins, int[] siteOf) {
    List<Integer> inOrder =
        IntStream.range(0, siteOf.length)
            .boxed()
            .sorted(Comparator.comparingInt(bin -> siteOf[bin]))
            .toList();
    int[] tileOf = new int[siteOf.length];
    for (int tile = 0; tile < tileOf.length; tile++) {
      tileOf[inOrder.get(tile)] = tile;
    }
    ImmutableIntArray sites =
        ImmutableIntArray.copyOf(inOrder.stream().mapToInt(bin -> siteOf[bin]));
    return mapping(bins, tileOf, sites);
  }

  private Mapping mapping(List<Packing.Bin> bins, int[] tileOf, ImmutableIntArray sites) {
    int pieces = bins.stream().mapToInt(bin -> bin.pieces().size()).sum();
    Block[] blocks = new Block[pieces];
    for (int bin = 0; bin < tileOf.length; bin++) {
      for (Packing.Placed placed : bins.get(bin).pieces()) {
        int order = placed.order();
        blocks[order] = placed.piece().at(tileOf[bin], order, placed.row(), placed.column());
      }
    }
    ImmutableList<Block> all = ImmutableList.copyOf(blocks);
    ImmutableList.Builder<MappedLayer> layers = ImmutableList.builder();
    int first = 0;
    int matrix = 0;
    for (int i = 0; i < network.layers().size(); i++) {
      if (network.layers().get(i) instanceof MatrixLayer layer) {
        TileKind kind = chip.kinds().get(kindOf.get(matrix));
        int end = first + (int) Piece.tiles(layer, kind);
        layers.add(layer(i, matrix++, layer, all.subList(first, end)));
        first = end;
      }
    }
    return new Mapping(network, layers.build(), sites);
  }

  private MappedLayer layer(int index, int matrix, MatrixLayer layer, ImmutableList<Block> blocks) {
    ChipSpec ofLayer = LayerChips.of(chip, layer);
    Block last = blocks.getLast();
    return new MappedLayer(
        index,
        layer,
        ofLayer.of(ofLayer.kinds().get(kindOf.get(matrix))),
        last.blockRow() + 1,
        last.blockColumn() + 1,
        blocks);
  }
}
