package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableSet;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.ManagementSpec;
import org.rpusim.workload.network.MatrixLayer;

/** The chip as the arrays of one layer see it: what its {@code array:} says, else the chip. */
final class LayerChips {
  private static final ImmutableSet<String> GROUPS =
      ImmutableSet.of("device", "dac", "adc", "management", "update");

  private LayerChips() {}

  /**
   * The chip of a layer.
   *
   * @throws ConfigException if its keys are none of a chip's arrays, or wrong
   */
  static ChipSpec of(ChipSpec chip, MatrixLayer layer) {
    Node.Mapping keys = layer.arrays().chipKeys();
    if (keys.entries().isEmpty()) {
      return chip;
    }
    keys.entries()
        .forEach((key, value) -> {
          if (!GROUPS.contains(key)) {
            throw new ConfigException(
                "%s of layer %s cannot differ between layers; there are %s."
                    .formatted(
                        value.where().of("array." + key), layer.name(), String.join(", ", GROUPS)),
                "Maybe --set " + key + " for the whole chip.");
          }
        });
    ChipSpec variant = ChipPresets.variant(chip, keys);
    ManagementSpec unit = variant.management();
    if (unit.numbersPerSecond() != chip.management().numbersPerSecond()
        || unit.latencyPs() != chip.management().latencyPs()) {
      throw new ConfigException(
          "management.rate and management.latency of layer %s cannot differ between layers: tiles"
                  .formatted(layer.name())
              + " are built alike.",
          "Maybe --set management.rate for the whole chip.");
    }
    return variant;
  }
}
