package org.rpusim.workload.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.ValueTypes.integer;

import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Section;
import org.rpusim.workload.network.ConvolutionLayer;
import org.rpusim.workload.network.DenseLayer;
import org.rpusim.workload.network.Layer;
import org.rpusim.workload.network.Volume;

/** Layers with weights that one entry of a file gives several of, one behind the other. */
final class LayerCopies {
  private static final int MOST_COPIES = 1_000_000;

  private LayerCopies() {}

  /**
   * How many layers an entry gives.
   *
   * @param last whether it is the last entry, which is one layer
   */
  static int count(Section s, boolean last) {
    if (!s.has("repeat")) {
      return 1;
    }
    int copies =
        s.read("repeat", integer(1, MOST_COPIES), "1", ASSUMPTION, "equal layers in a row");
    if (copies > 1 && last) {
      throw s.bad(
          "repeat",
          "the last layer is by itself, as it has another activation",
          "Maybe an entry for it is to follow.");
    }
    if (copies > 1 && s.has("name")) {
      throw s.bad(
          "name", "layers that are repeated are numbered by themselves", "Maybe delete it.");
    }
    return copies;
  }

  /**
   * Such a layer again, behind another one.
   *
   * @param name of the copy
   * @param source position of the layer before it
   * @param input what that gives
   * @return null for a kind that cannot be repeated
   */
  static @Nullable Layer copy(Layer layer, String name, int source, Volume input) {
    return switch (layer) {
      case DenseLayer d ->
          new DenseLayer(name, source, input, d.outputs(), d.activation(), d.bias(), d.arrays());
      case ConvolutionLayer c ->
          new ConvolutionLayer(
              name, source, input, c.channels(), c.window(), c.activation(), c.bias(), c.arrays());
      default -> null;
    };
  }
}
