package org.rpusim.workload.accounting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;
import org.rpusim.core.stats.Metrics;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.MappedLayer;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.result.LayerResult;

/** Counts of management and pulses by layer and epoch: sums over the tiles of each layer. */
public final class LayerCounts implements Stateful {
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
  private final List<LayerResult> epochs = new ArrayList<>();

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
    return ImmutableList.copyOf(epochs);
  }

  @Override
  public void saveState(StateWriter out) {
    out.section("layers").put(before.size());
    new TreeMap<>(before).forEach((key, total) -> out.put(key).put(total));
    out.put(epochs.size());
    for (LayerResult row : epochs) {
      out.put(row.epoch()).put(row.layer()).put(row.counts().size());
      row.counts().forEach((name, count) -> out.put(name).put(count));
    }
  }

  @Override
  public void loadState(StateReader in) {
    in.section("layers");
    before.clear();
    epochs.clear();
    int totals = in.intNumber(0, mapping.layers().size() * NAMES.size());
    for (int i = 0; i < totals; i++) {
      before.put(in.text(), in.longNumber());
    }
    int rows = in.intNumber(0, Integer.MAX_VALUE);
    for (int i = 0; i < rows; i++) {
      int epoch = in.intNumber();
      String layer = in.text();
      int size = in.intNumber(0, NAMES.size() + 1);
      Map<String, Long> counts = new LinkedHashMap<>();
      for (int k = 0; k < size; k++) {
        counts.put(in.text(), in.longNumber());
      }
      epochs.add(new LayerResult(epoch, layer, ImmutableMap.copyOf(counts)));
    }
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
