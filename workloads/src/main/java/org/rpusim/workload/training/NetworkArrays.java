package org.rpusim.workload.training;

import com.google.common.collect.ImmutableList;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.CrossbarArrays;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.device.CrossPoints;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.network.MatrixLayer;

/** Makes the arrays of a mapping and writes the initial weights into them. */
public final class NetworkArrays {
  private static final long INITIAL_WEIGHTS = 0x1417;

  private NetworkArrays() {}

  /**
   * One array a block, in the order of the layers. Initial weights are uniform in ±1/sqrt(fan-in),
   * the same for every mapping of a network, clipped to the bounds of the devices. Arrays of images
   * and of patches sum over the inputs that are on, line by line: images are mostly dark, and the
   * patches of a burst are summed side by side in the same order.
   *
   * @throws ConfigException if a block has more lines than the numbers of an array are kept for
   */
  public static ImmutableList<CrossbarArray> create(
      Mapping mapping, long seed, Kernels kernels, Workers workers) {
    CrossbarArray[] arrays = new CrossbarArray[mapping.arrays()];
    for (MappedLayer layer : mapping.layers()) {
      for (Block block : layer.blocks()) {
        requireLines(layer, block);
        arrays[block.array()] =
            CrossbarArrays.create(
                layer.chip().device(),
                layer.chip().dac(),
                layer.chip().adc(),
                layer.chip().management(),
                layer.chip().update(),
                block.rows(),
                block.columns(),
                layer.layer().arrays().devicesPerWeight(),
                block.array(),
                seed,
                layout(layer),
                kernels,
                workers);
        writeInitialWeights(arrays[block.array()], block, layer, seed);
      }
    }
    return ImmutableList.copyOf(arrays);
  }

  /** The same arrays, read by one thread. */
  public static ImmutableList<CrossbarArray> create(Mapping mapping, long seed, Kernels kernels) {
    return create(mapping, seed, kernels, Workers.NONE);
  }

  private static void requireLines(MappedLayer layer, Block block) {
    int devices = layer.layer().arrays().devicesPerWeight();
    long lines = Math.max((long) block.rows() * devices, block.columns());
    if (lines > CrossPoints.MAX_LINES) {
      throw new ConfigException(
          "Layer "
              + layer.layer().name()
              + " has "
              + lines
              + " lines a side on one tile, and trainings compute with at most "
              + CrossPoints.MAX_LINES
              + ".",
          "Maybe --set tile.rows="
              + CrossPoints.MAX_LINES
              + " tile.columns="
              + CrossPoints.MAX_LINES
              + ", or workload.timingOnly=true.");
    }
  }

  private static WeightLayout layout(MappedLayer layer) {
    if (layer.index() == 0) {
      return WeightLayout.INPUT_MAJOR;
    }
    return layer.layer() instanceof ConvolutionLayer ? WeightLayout.BOTH : WeightLayout.ROW_MAJOR;
  }

  private static void writeInitialWeights(
      CrossbarArray array, Block block, MappedLayer layer, long seed) {
    MatrixLayer matrix = layer.layer();
    float bound = (float) (1 / Math.sqrt(matrix.fanIn()));
    long base = StreamKey.base(seed, layer.index(), INITIAL_WEIGHTS, 0, 0);
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        long position = (long) (block.firstRow() + i) * matrix.columns() + block.firstColumn() + j;
        long word = RandomStream.word(base, position);
        array.setWeight(i, j, RandomStream.uniformFloat(word, -bound, bound));
      }
    }
  }
}
