package org.rpusim.workload.accounting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.result.LayerResult;

/** Counts of management and pulses by layer and epoch: sums over the tiles of each layer. */
public final class LayerCounts {
  /** Weights at a bound of their device; the only one that is a state and no sum. */
  public static final String WEIGHTS_AT_BOUND = "weightsAtBound";

  /** What tiles count, in the order of tables. */
  private static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "retries",
          "saturatedOutputs",
          "clippedInputs",
          "pulseSlots",
          "rowPulses",
          "columnPulses",
          "coincidences");

  private final Period period;
  private final Mapping mapping;
  private final ToLongFunction<MappedLayer> weightsAtBound;
  private final Map<String, Long> before = new HashMap<>();
  private final ImmutableList.Builder<LayerResult> epochs = ImmutableList.builder();

  /**
   * @param period the training, counted from its start
   * @param weightsAtBound asked at the end of each epoch
   */
  public LayerCounts(Period period, Mapping mapping, ToLongFunction<MappedLayer> weightsAtBound) {
    this.period = period;
    this.mapping = mapping;
    this.weightsAtBound = weightsAtBound;
  }

  /** The training of an epoch has ended. */
  public void endEpoch(int epoch) {
    for (MappedLayer layer : mapping.layers()) {
      ImmutableMap.Builder<String, Long> counts = ImmutableMap.builder();
      for (String name : NAMES) {
        long total = total(layer, name);
        String key = layer.index() + "." + name;
        counts.put(name, total - before.getOrDefault(key, 0L));
        before.put(key, total);
      }
      counts.put(WEIGHTS_AT_BOUND, weightsAtBound.applyAsLong(layer));
      epochs.add(new LayerResult(epoch, layer.layer().name(), counts.buildOrThrow()));
    }
  }

  private long total(MappedLayer layer, String name) {
    long sum = 0;
    for (Block block : layer.blocks()) {
      sum += period.count("tile" + block.tile() + "." + name);
    }
    return sum;
  }

  /** One row an epoch and layer. */
  public ImmutableList<LayerResult> epochs() {
    return epochs.build();
  }

  /** Totals of the training by layer; weights at a bound as they are now. */
  public void put(Metrics.Builder metrics) {
    for (MappedLayer layer : mapping.layers()) {
      String path = "layers." + layer.layer().name() + ".";
      NAMES.forEach(name -> metrics.put(path + name, total(layer, name)));
      metrics.put(path + WEIGHTS_AT_BOUND, weightsAtBound.applyAsLong(layer));
    }
  }
}
