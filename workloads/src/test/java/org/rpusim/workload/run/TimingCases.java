package org.rpusim.workload.run;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.WorkloadReader;

/** Timing-only runs for tests. */
final class TimingCases {
  private static final List<String> NETWORKS =
      List.of(
          "inputs: 9\nlayers: [{units: 7}, {units: 5}, {units: 3}]",
          "inputs: 20\nlayers: [{repeat: 3, units: 11, bias: false}, {units: 4}]",
          """
          inputs: 2 x 6 x 6
          layers:
            - {kind: convolution, channels: 3, kernel: 3, activation: relu}
            - {kind: max-pooling, kernel: 2}
            - {units: 5}
            - {units: 4}
          """,
          """
          inputs: 2 x 5 x 5
          layers:
            - {kind: convolution, name: a, channels: 3, kernel: 3, padding: 1}
            - {kind: convolution, name: b, channels: 3, kernel: 3, padding: 1, activation: none}
            - {kind: sum, name: s, input: b, with: a, activation: relu}
            - {kind: average-pooling, kernel: 5}
            - {units: 4}
          """);

  private TimingCases() {}

  /** A workload of some lines below {@code workload}, with keys set. */
  static TimingSpec spec(String lines, List<String> sets) {
    String file = "workload:\n  kind: training\n  timingOnly: true\n" + lines.indent(2);
    Node.Mapping tree = Overrides.parse(sets).ofWorkload().over(YamlReader.read("a test", file));
    return (TimingSpec) WorkloadReader.read(tree, "made-up", ImmutableSet.of()).spec();
  }

  static RunResult run(ChipSpec chip, TimingSpec spec, boolean fastForward) {
    RunOptions options = new RunOptions(1, Kernels.of("scalar"), Workers.NONE, fastForward);
    return Simulator.run(chip, spec, null, options, RunListener.NONE);
  }

  /** Settings of a random small chip with a bus. */
  static List<String> randomChip(TestCases random) {
    return List.of(
        "tile.rows=" + random.between(4, 24),
        "tile.columns=" + random.between(4, 24),
        "tile.readTime=" + random.oneOf("80 ns", "33 ns", "7001 ps"),
        "tile.linkBandwidth=" + random.between(1, 40) + " GB/s",
        "tile.inputBufferVectors=" + random.between(1, 4),
        "tile.outputBufferVectors=" + random.between(1, 2),
        "adc.linesPerConverter=" + random.between(1, 64),
        "adc.conversionRate=" + random.oneOf("800 MHz", "90 MHz", "7 MHz"),
        "management.noiseForward=" + random.oneOf("off", "abs-max"),
        "management.boundBackward=" + random.oneOf("off", "iterative"),
        "update.lengthManagement=" + random.oneOf("true", "false"),
        "digital.sharing=" + random.oneOf("shared", "per-tile"),
        "digital.rate=" + random.oneOf("51.2 GOps/s", "1.7 GOps/s"),
        "interconnect.bandwidth=" + random.between(1, 50) + " GB/s",
        "memory.latency=" + random.oneOf("0 ns", "100 ns"));
  }

  /** Settings of a random interconnect, of every kind there is. */
  static List<String> randomInterconnect(TestCases random) {
    String kind = random.oneOf("bus", "ideal", "crossbar", "ring", "mesh", "torus", "h-tree");
    int packetFlits = random.between(1, 6);
    int channels = random.between(1, 3);
    boolean circles = kind.equals("ring") || kind.equals("torus");
    return List.of(
        "interconnect.kind=" + kind,
        "interconnect.packetFlits=" + packetFlits,
        "interconnect.queueFlits=" + packetFlits * random.between(1, 4),
        "interconnect.virtualChannels=" + (circles ? 2 * channels : channels),
        "interconnect.flitBits=" + random.oneOf("64", "256"),
        "interconnect.headerBits=" + random.oneOf("0", "24"),
        "interconnect.routerLatency=" + random.between(1, 3),
        "interconnect.memoryPorts=" + random.between(1, 3),
        "interconnect.wireDelay=" + random.oneOf("0 ps", "50 ps"),
        "interconnect.clock=" + random.oneOf("1.6 GHz", "70 MHz"));
  }

  /** A random small network with random activity. */
  static TimingSpec randomWorkload(TestCases random, int samples) {
    List<String> sets =
        List.of(
            "workload.samples=" + samples,
            "workload.cycle=" + random.oneOf("training", "training", "inference"),
            "workload.batch=" + random.oneOf("1", "1", "1", "2", "3"),
            "workload.inFlight=" + random.oneOf("1", "1", "2", "3", "5", "8"),
            "workload.streaming=" + random.oneOf("false", "true"),
            "workload.epochs=" + random.oneOf("1", "2"),
            "workload.expected.inputActivity=" + random.oneOf("0.2", "0.137", "1"),
            "workload.expected.gradientActivity=" + random.oneOf("0.2", "0.31"),
            "workload.expected.retries=" + random.oneOf("0", "0", "0.25", "0.5", "1.5"),
            "workload.expected.trainSlots=" + random.oneOf("auto", "auto", "5", "2.5", "0.25"),
            "workload.expected.rowPulses=" + random.oneOf("0.1", "0.017"),
            "workload.expected.columnPulses=" + random.oneOf("0.1", "1.9"));
    return spec(NETWORKS.get(random.between(0, NETWORKS.size() - 1)), sets);
  }
}
