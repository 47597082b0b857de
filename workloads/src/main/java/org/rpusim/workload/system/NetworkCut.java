package org.rpusim.workload.system;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.network.DenseLayer;
import org.rpusim.workload.network.Layer;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.network.PoolingLayer;
import org.rpusim.workload.network.SumLayer;

/** Cuts a network into parts of consecutive layers, each for one chip. */
final class NetworkCut {
  private NetworkCut() {}

  /**
   * The first layer of each part: as many layers go to a chip as it has tiles for.
   *
   * @throws ConfigException if one layer needs more tiles than a chip has, or chips have several
   *     kinds of tiles, or no place before a layer that does not fit any more can be cut
   */
  static List<Integer> firsts(Network network, ChipSpec chip) {
    if (!chip.otherTiles().isEmpty()) {
      throw new ConfigException(
          "The chips of a cluster have one kind of tile, and %s has %d."
              .formatted(chip.name(), chip.kinds().size()),
          "Maybe a chip without tile.others.");
    }
    int[] latestTaker = latestTakers(network);
    List<Integer> firsts = new ArrayList<>(List.of(0));
    long used = 0;
    long sinceCut = 0;
    int cut = 0;
    int reach = 0;
    for (int i = 0; i < network.layers().size(); i++) {
      if (i > 0 && reach <= i) {
        cut = i;
        sinceCut = 0;
      }
      long tiles = tiles(network.layers().get(i), chip);
      used += tiles;
      sinceCut += tiles;
      if (used > chip.tiles()) {
        requireCut(
            network.layers().get(i),
            cut > firsts.getLast() && sinceCut <= chip.tiles(),
            sinceCut,
            chip);
        firsts.add(cut);
        used = sinceCut;
      }
      reach = Math.max(reach, latestTaker[i]);
    }
    return firsts;
  }

  /** The cluster must have as many chips as are needed. */
  static void requireChips(int parts, ChipSpec chip, Network network) {
    int needed = parts * chip.cluster().chipsPerLayer();
    if (needed > chip.cluster().chips()) {
      throw new ConfigException(
          "The network does not fit the cluster: its %,d weights need %,d chips of %,d tiles, and"
                  .formatted(network.weights(), needed, chip.tiles())
              + " %s has %,d.".formatted(chip.name(), chip.cluster().chips()),
          "Maybe --set cluster.chips=" + needed + ".");
    }
  }

  private static void requireCut(Layer layer, boolean possible, long tiles, ChipSpec chip) {
    if (!possible) {
      throw new ConfigException(
          "Layer %s, with those that cannot be parted from it, needs %,d tiles, and a chip of %s"
                  .formatted(layer.name(), tiles, chip.name())
              + " has %,d.".formatted(chip.tiles()),
          advice(tiles, chip));
    }
  }

  /** Chips may share a layer; those of a cluster have so many tiles each. */
  private static String advice(long tiles, ChipSpec chip) {
    int team = chip.cluster().chipsPerLayer();
    long each = chip.tiles() / team;
    return "Maybe --set chip.tiles=%d, larger tiles, or cluster.chipsPerLayer=%d."
        .formatted(Math.ceilDiv(tiles, team), Math.ceilDiv(tiles, each));
  }

  /** The last layer that takes each one's output. */
  private static int[] latestTakers(Network network) {
    int[] latest = new int[network.layers().size()];
    for (int i = 0; i < latest.length; i++) {
      Layer layer = network.layers().get(i);
      note(latest, layer.source(), i);
      if (layer instanceof SumLayer sum) {
        note(latest, sum.other(), i);
      }
    }
    return latest;
  }

  private static void note(int[] latest, int layer, int taker) {
    if (layer != Layer.SAMPLE) {
      latest[layer] = taker;
    }
  }

  private static long tiles(Layer layer, ChipSpec chip) {
    if (!(layer instanceof MatrixLayer matrix)) {
      return 0;
    }
    int rows = Math.max(1, chip.tile().rows() / matrix.arrays().devicesPerWeight());
    long down = Math.ceilDiv(matrix.rows(), rows);
    long across = Math.ceilDiv(matrix.columns(), chip.tile().columns());
    return down * across * matrix.arrays().placement().replicas();
  }

  /** The layers from one to another, which is left out, as a network of their own. */
  static Network part(Network network, int first, int end) {
    ImmutableList.Builder<Layer> layers = ImmutableList.builder();
    int matrices = 0;
    for (int i = first; i < end; i++) {
      Layer layer = network.layers().get(i);
      matrices += layer instanceof MatrixLayer ? 1 : 0;
      layers.add(shifted(layer, first, matrices));
    }
    return new Network(network.outputOf(first - 1), layers.build(), network.mapping());
  }

  /** Names are those within the part, so that equal parts are equal. */
  private static Layer shifted(Layer layer, int by, int number) {
    int source = Math.max(layer.source() - by, Layer.SAMPLE);
    return switch (layer) {
      case DenseLayer d ->
          new DenseLayer(
              "W" + number, source, d.input(), d.outputs(), d.activation(), d.bias(), d.arrays());
      case ConvolutionLayer c ->
          new ConvolutionLayer(
              "K" + number,
              source,
              c.input(),
              c.channels(),
              c.window(),
              c.activation(),
              c.bias(),
              c.arrays());
      case PoolingLayer p ->
          new PoolingLayer("P" + p.name(), source, p.input(), p.window(), p.largest());
      case SumLayer s ->
          new SumLayer(
              "S" + s.name(),
              source,
              Math.max(s.other() - by, Layer.SAMPLE),
              s.output(),
              s.activation());
    };
  }
}
