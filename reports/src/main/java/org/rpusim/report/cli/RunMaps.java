package org.rpusim.report.cli;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.report.chart.RunCharts;
import org.rpusim.report.map.HeatMapDrawing;
import org.rpusim.report.map.MapDrawing;
import org.rpusim.report.map.MapFigures;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.StreamReadsSpec;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;

/** What lies where on the chip of a run, and how busy it was. */
final class RunMaps {
  private RunMaps() {}

  static ImmutableList<RunCharts.Drawing> of(
      ChipSpec chip, WorkloadSpec workload, RunResult result) {
    @Nullable Network network =
        switch (workload) {
          case TrainingSpec training -> training.network();
          case TimingSpec timing -> timing.network();
          case LanguageModelSpec language -> null;
          case StreamReadsSpec stream -> null;
        };
    // A map is of one chip.
    if (network == null || chip.cluster().chipsPerLayer() > 1) {
      return ImmutableList.of();
    }
    MapFigures map = MapFigures.of(workload.name(), network, chip);
    RunCharts.Drawing floorPlan = charts -> MapDrawing.write(map, charts);
    if (chip.cluster().chips() > 1) { // on a cluster what is reported is chips
      return ImmutableList.of(floorPlan);
    }
    return ImmutableList.of(floorPlan, charts -> HeatMapDrawing.write(map, result, charts));
  }
}
