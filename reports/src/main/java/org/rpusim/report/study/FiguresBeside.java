package org.rpusim.report.study;

import com.google.common.collect.ImmutableMap;
import org.rpusim.chip.cost.Figure;
import org.rpusim.chip.cost.FigureTable;
import org.rpusim.report.point.PointTask;
import org.rpusim.workload.result.LayerFigures;
import org.rpusim.workload.result.RunResult;

/**
 * Figures that publications give and {@code metrics.json} has not: of the chip as its parts give
 * them, {@code chip.KEY} in base units, and of layers with weights, {@code layers.NAME.KEY} with
 * the keys of {@code layers.csv}.
 */
final class FiguresBeside {
  private FiguresBeside() {}

  static ImmutableMap<String, Double> of(PointTask task, RunResult result) {
    ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
    for (Figure figure : FigureTable.of(task.chip().spec())) {
      figures.put("chip." + figure.key(), figure.value());
    }
    for (LayerFigures layer : result.layerTable()) {
      String path = "layers." + layer.layer() + ".";
      figures.put(path + "rows", (double) layer.rows());
      figures.put(path + "columns", (double) layer.columns());
      figures.put(path + "weightSharing", (double) layer.weightSharing());
      figures.put(path + "macs", (double) layer.macs());
      figures.put(path + "readMicroseconds", layer.readMicroseconds());
    }
    return figures.buildOrThrow();
  }
}
