package org.rpusim.report.folder;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.rpusim.report.table.Csv;
import org.rpusim.workload.observation.CriticalPath;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.LayerFigures;
import org.rpusim.workload.result.LayerResult;

/** The run folder's tables for programs; a column's unit is the last word of its name. */
final class RunTables {
  private RunTables() {}

  /** The text of {@code epochs.csv}. */
  static String epochs(List<EpochResult> epochs) {
    boolean language = epochs.stream().anyMatch(EpochResult::hasCrossEntropy);
    List<Object> header =
        new ArrayList<>(
            List.of(
                "epoch",
                "learningRate",
                "trainLoss",
                "testErrorPercent",
                "simulatedSeconds",
                "energyJoules",
                "retries",
                "coincidences"));
    if (language) {
      header.add("testCrossEntropyNats");
    }
    Csv csv = new Csv().line(header);
    for (EpochResult epoch : epochs) {
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  epoch.epoch(),
                  epoch.learningRate(),
                  epoch.trainLoss(),
                  epoch.testErrorPercent(),
                  epoch.simulatedSeconds(),
                  epoch.energyJoules(),
                  epoch.retries(),
                  epoch.coincidences()));
      if (language) {
        cells.add(epoch.testCrossEntropyNats());
      }
      csv.line(cells);
    }
    return csv.toString();
  }

  /** The text of {@code layers.csv}. */
  static String layers(ImmutableList<LayerFigures> layers) {
    List<Object> header =
        new ArrayList<>(
            List.of(
                "layer",
                "rows",
                "columns",
                "weightSharing",
                "macs",
                "readMicroseconds",
                "tiles",
                "energyJoules"));
    header.addAll(layers.getFirst().counts().keySet());
    Csv csv = new Csv().line(header);
    for (LayerFigures layer : layers) {
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  layer.layer(),
                  layer.rows(),
                  layer.columns(),
                  layer.weightSharing(),
                  layer.macs(),
                  layer.readMicroseconds(),
                  layer.tiles(),
                  layer.energyJoules()));
      cells.addAll(layer.counts().values());
      csv.line(cells);
    }
    return csv.toString();
  }

  /** The text of {@code layer-epochs.csv}. */
  static String layerEpochs(ImmutableList<LayerResult> layers) {
    List<Object> header = new ArrayList<>(List.of("epoch", "layer"));
    header.addAll(layers.getFirst().counts().keySet());
    Csv csv = new Csv().line(header);
    for (LayerResult layer : layers) {
      List<Object> cells = new ArrayList<>(List.of(layer.epoch(), layer.layer()));
      cells.addAll(layer.counts().values());
      csv.line(cells);
    }
    return csv.toString();
  }

  /** The text of {@code components.csv}: a column for each reason that any component waited for. */
  static String components(ImmutableList<ComponentResult> components) {
    TreeSet<String> reasons = new TreeSet<>();
    components.forEach(component -> reasons.addAll(component.waitingSeconds().keySet()));
    List<Object> header = new ArrayList<>(List.of("name", "kind", "busySeconds", "idleSeconds"));
    reasons.forEach(reason -> header.add("waiting." + reason + "Seconds"));
    header.addAll(List.of("energyJoules", "actions"));
    Csv csv = new Csv().line(header);
    for (ComponentResult component : components) {
      List<Object> cells = new ArrayList<>();
      cells.addAll(List.of(component.name(), component.kind()));
      cells.addAll(List.of(component.busySeconds(), component.idleSeconds()));
      for (String reason : reasons) {
        cells.add(component.waitingSeconds().getOrDefault(reason, 0.0));
      }
      cells.addAll(List.of(component.energyJoules(), component.actions()));
      csv.line(cells);
    }
    return csv.toString();
  }

  /** The text of {@code critical-path.csv}: the parts of one sample's time, one after the other. */
  static String criticalPath(CriticalPath path) {
    Csv csv = new Csv();
    csv.line(
        List.of("operation", "component", "kind", "phase", "startPicoseconds", "endPicoseconds"));
    for (CriticalPath.Segment segment : path.segments()) {
      csv.line(
          List.of(
              segment.operation(),
              segment.component(),
              segment.kind(),
              segment.phase().name().toLowerCase(Locale.ROOT),
              segment.startPs(),
              segment.endPs()));
    }
    return csv.toString();
  }
}
