package org.rpusim.workload.state;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.MatrixLayer;

/**
 * The weights of a network, whatever tiles they lie on.
 *
 * @param layers those with weights, in the network's order
 */
public record NetworkWeights(ImmutableList<LayerWeights> layers) {

  /** What the arrays of a mapping hold now. */
  public static NetworkWeights of(Mapping mapping, List<CrossbarArray> arrays) {
    ImmutableList.Builder<LayerWeights> layers = ImmutableList.builder();
    for (MappedLayer mapped : mapping.layers()) {
      MatrixLayer layer = mapped.layer();
      int devices = layer.arrays().devicesPerWeight();
      long numbers = (long) layer.rows() * devices * layer.columns();
      float[] values = new float[Math.toIntExact(numbers)];
      for (Block block : mapped.blocks()) {
        copy(arrays.get(block.tile()), block, devices, layer.columns(), values);
      }
      layers.add(new LayerWeights(layer.name(), layer.rows(), layer.columns(), devices, values));
    }
    return new NetworkWeights(layers.build());
  }

  private static void copy(
      CrossbarArray array, Block block, int devices, int columns, float[] values) {
    for (int row = 0; row < block.rows(); row++) {
      for (int device = 0; device < devices; device++) {
        int line = ((block.firstRow() + row) * devices + device) * columns + block.firstColumn();
        for (int column = 0; column < block.columns(); column++) {
          values[line + column] = array.deviceWeight(row, device, column);
        }
      }
    }
  }

  /**
   * Writes the weights into the arrays of a mapping, each clipped to the bounds of its device.
   * Where a weight has as many devices as when it was saved, each takes its own value; else all
   * take the mean.
   *
   * @param source where the weights are from, for messages
   * @throws ConfigException if the network is another one
   */
  public void writeTo(Mapping mapping, List<CrossbarArray> arrays, String source) {
    requireFit(mapping, source);
    for (int i = 0; i < layers.size(); i++) {
      LayerWeights saved = layers.get(i);
      for (Block block : mapping.layers().get(i).blocks()) {
        write(saved, block, arrays.get(block.tile()));
      }
    }
  }

  private static void write(LayerWeights saved, Block block, CrossbarArray array) {
    boolean each = array.devicesPerWeight() == saved.devicesPerWeight();
    for (int row = 0; row < block.rows(); row++) {
      for (int column = 0; column < block.columns(); column++) {
        int savedRow = block.firstRow() + row;
        int savedColumn = block.firstColumn() + column;
        if (!each) {
          array.setWeight(row, column, saved.weight(savedRow, savedColumn));
          continue;
        }
        for (int device = 0; device < saved.devicesPerWeight(); device++) {
          array.setDeviceWeight(row, device, column, saved.value(savedRow, device, savedColumn));
        }
      }
    }
  }

  private void requireFit(Mapping mapping, String source) {
    String saved = layers.stream().map(LayerWeights::shape).collect(Collectors.joining(", "));
    String wanted =
        mapping.layers().stream()
            .map(mapped ->
                new LayerWeights(
                        mapped.layer().name(),
                        mapped.layer().rows(),
                        mapped.layer().columns(),
                        1,
                        new float[0])
                    .shape())
            .collect(Collectors.joining(", "));
    if (!saved.equals(wanted)) {
      throw new ConfigException(
          "The weights of " + source + " are " + saved + ", but the network has " + wanted + ".",
          "Maybe they are of another workload: its run folder has a config.yaml.");
    }
  }
}
