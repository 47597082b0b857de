package org.rpusim.workload.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.TimingSpec;

/** Small clusters and chains of layers, and what their runs give. */
final class ClusterCases {
  /** How many random clusters a test tries. */
  static final int CASES = Integer.getInteger("rpusim.clusterCases", 24);

  private ClusterCases() {}

  /** A repeated chain of dense layers with so many numbers each. */
  static TimingSpec chain(int layers, int units, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add(
        "workload.layers=[{repeat: %d, units: %d, bias: false}, {units: %d, bias: false}]"
            .formatted(layers - 1, units, units));
    all.add("workload.inputs=" + units);
    return workload(all);
  }

  static TimingSpec workload(List<String> settings) {
    return (TimingSpec) WorkloadPresets.load("dnn-1t", Overrides.parse(settings)).spec();
  }

  /** Chips of so many tiles of 16 x 16. */
  static ChipSpec cluster(String preset, int chips, int tiles, String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "tile.rows=16",
                "tile.columns=16",
                "chip.tiles=" + tiles,
                "cluster.chips=" + chips));
    all.addAll(List.of(settings));
    return TestCases.preset(preset, all.toArray(new String[0]));
  }

  static RunResult run(ChipSpec chip, TimingSpec spec, boolean fastForward) {
    RunOptions options = new RunOptions(1, Kernels.of("scalar"), Workers.NONE, fastForward);
    return Simulator.run(chip, spec, null, options, new RunListener() {});
  }

  static double number(RunResult result, String path) {
    Double value = result.metrics().number(path);
    assertThat(value).as(path).isNotNull();
    return value == null ? 0 : value;
  }

  /** Both runs have these figures. */
  static void assertSame(RunResult actual, RunResult expected, List<String> paths) {
    for (String path : paths) {
      double value = number(expected, path);
      assertThat(number(actual, path)).as(path).isCloseTo(value, within(1e-18 + 1e-12 * value));
    }
  }

  /** Chips that share their states give, bit for bit, what each of them gives by itself. */
  static RunResult assertSharingChangesNothing(String description, ChipSpec chip, TimingSpec spec) {
    RunResult shared = run(chip, spec, true);
    RunResult single = run(chip, spec, false);
    assertThat(figures(shared)).as(description).containsExactlyEntriesOf(figures(single));
    assertThat(shared.components()).as(description).isEqualTo(single.components());
    return shared;
  }

  /** Figures that say how the result was come by are left out. */
  private static Map<String, Object> figures(RunResult result) {
    Map<String, Object> all = new TreeMap<>(result.metrics().values());
    all.remove("cluster.statesSimulated");
    return all;
  }
}
