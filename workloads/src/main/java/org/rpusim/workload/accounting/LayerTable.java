package org.rpusim.workload.accounting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.result.LayerFigures;

/** One row a layer with weights: its matrix, its read time, and what its tiles did in a period. */
final class LayerTable {
  private static final double PICOSECONDS_PER_MICROSECOND = 1e6;

  /** What tiles count, in the order of the table. */
  private static final ImmutableList<String> NAMES =
      ImmutableList.of("forwardReads", "backwardReads", "updates", "retries", "conversions");

  private static final ImmutableList<String> PARTS =
      ImmutableList.of("array", "converters", "management", "link");

  private LayerTable() {}

  /**
   * The table.
   *
   * @param energy of the same period
   */
  static ImmutableList<LayerFigures> of(Mapping mapping, Period period, EnergyBreakdown energy) {
    ImmutableList.Builder<LayerFigures> rows = ImmutableList.builder();
    mapping.layers().forEach(layer -> rows.add(row(layer, period, energy)));
    return rows.build();
  }

  private static LayerFigures row(MappedLayer mapped, Period period, EnergyBreakdown energy) {
    MatrixLayer layer = mapped.layer();
    ImmutableMap.Builder<String, Long> counts = ImmutableMap.builder();
    for (String name : NAMES) {
      long sum = 0;
      for (Block block : mapped.blocks()) {
        sum += period.count("tile" + block.tile() + "." + name);
      }
      counts.put(name, sum);
    }
    return new LayerFigures(
        layer.name(),
        layer.rows(),
        layer.columns(),
        layer.vectors(),
        layer.weights() * layer.vectors(),
        mapped.readPs() / PICOSECONDS_PER_MICROSECOND,
        mapped.blocks().size(),
        joules(mapped, energy),
        counts.buildOrThrow());
  }

  private static double joules(MappedLayer mapped, EnergyBreakdown energy) {
    double sum = 0;
    for (Block block : mapped.blocks()) {
      for (String part : PARTS) {
        sum += energy.byAccount().getOrDefault("tile" + block.tile() + "." + part, 0.0);
      }
    }
    return sum;
  }
}
