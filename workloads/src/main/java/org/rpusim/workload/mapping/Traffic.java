package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.network.Layer;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.network.PoolingLayer;
import org.rpusim.workload.network.SumLayer;

/**
 * Numbers that pass between tiles in a forward pass of one sample, as far as placement depends on
 * them; gradients take the same ways back. Tiles have the numbers of the mapping, and the memory
 * {@link #MEMORY}.
 */
final class Traffic {
  /** The other end of a flow from or to the memory. */
  static final int MEMORY = -1;

  /**
   * Numbers that pass between two ends.
   *
   * @param from tile, or {@link #MEMORY}
   * @param to tile
   * @param numbers how many, 1 or more
   */
  record Flow(int from, int to, long numbers) {}

  /** Part of a layer's output, and the tile whose digital unit has it. */
  private record Part(int tile, int first, int count) {}

  private final Mapping mapping;
  private final Network network;
  private final Map<Long, Long> numbers = new LinkedHashMap<>();
  private final List<List<Part>> outputs = new ArrayList<>();

  private Traffic(Mapping mapping) {
    this.mapping = mapping;
    this.network = mapping.network();
  }

  /** The traffic of a mapping. */
  static Traffic of(Mapping mapping) {
    Traffic traffic = new Traffic(mapping);
    for (int i = 0; i < traffic.network.layers().size(); i++) {
      traffic.outputs.add(traffic.parts(i));
    }
    return traffic;
  }

  /** Tiles of the mapping. */
  int tiles() {
    return mapping.tiles();
  }

  /** The flows, each pair of ends once. */
  ImmutableList<Flow> flows() {
    ImmutableList.Builder<Flow> flows = ImmutableList.builder();
    numbers.forEach(
        (ends, count) -> flows.add(new Flow((int) (ends >> 32), (int) (long) ends, count)));
    return flows.build();
  }

  private void add(int from, int to, long count) {
    if (from != to) {
      numbers.merge(((long) from << 32) | to, count, Long::sum);
    }
  }

  private List<Part> outputOf(int layer) {
    return layer == Layer.SAMPLE
        ? List.of(new Part(MEMORY, 0, network.inputs()))
        : outputs.get(layer);
  }

  private List<Part> parts(int index) {
    return switch (network.layers().get(index)) {
      case MatrixLayer matrix -> matrix(mapping.of(index));
      case PoolingLayer pooling -> {
        double area = (double) pooling.output().area() / pooling.input().area();
        yield outputOf(pooling.source()).stream()
            .map(p -> new Part(p.tile(), (int) (p.first() * area), (int) (p.count() * area)))
            .toList();
      }
      case SumLayer sum -> {
        List<Part> some = outputOf(sum.source());
        some.forEach(part -> bring(outputOf(sum.other()), part.tile(), part.first(), part.count()));
        yield some;
      }
    };
  }

  private List<Part> matrix(MappedLayer layer) {
    MatrixLayer matrix = layer.layer();
    List<Part> inputs = outputOf(matrix.source());
    List<Part> results = new ArrayList<>();
    for (Block block : layer.blocks()) {
      int end = Math.min(block.firstColumn() + block.columns(), matrix.fanIn());
      int first = block.firstColumn();
      if (matrix instanceof ConvolutionLayer convolution) {
        int window = convolution.window().area();
        int area = convolution.input().area();
        int channel = first / window;
        int channels = (end - 1) / window + 1 - channel;
        bring(inputs, block.tile(), channel * area, channels * area);
      } else {
        bring(inputs, block.tile(), first, end - first);
      }
      // Partial sums, and what copies have read, go to the unit that has the first part of a row.
      int home = layer.block(block.blockRow(), 0).tile();
      add(block.tile(), home, (long) block.rows() * block.share().vectors());
      if (block.blockColumn() == 0 && block.share().copy() == 0) {
        int vectors = matrix.vectors();
        results.add(new Part(home, block.firstRow() * vectors, block.rows() * vectors));
      }
    }
    return results;
  }

  /** Whole parts travel, as far as they have anything of the range. */
  private void bring(List<Part> parts, int tile, int first, int count) {
    for (Part part : parts) {
      if (part.first() < first + count && first < part.first() + part.count()) {
        add(part.tile(), tile, part.count());
      }
    }
  }
}
