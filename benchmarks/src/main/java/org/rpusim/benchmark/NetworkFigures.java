package org.rpusim.benchmark;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.stats.Metrics;
import org.rpusim.report.bench.UniformTraffic;
import org.rpusim.report.chart.LinePanels;
import org.rpusim.report.chart.LinePanels.Axis;
import org.rpusim.report.chart.LinePanels.Line;
import org.rpusim.report.chart.LinePanels.Panel;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.TrainingSpec;

/** Draws the two charts of docs/interconnect.md into a folder, and prints their numbers. */
public final class NetworkFigures {
  private static final int TILES = 100;
  private static final long CYCLES = 20_000;
  private static final int TOKENS = 1 << 20;
  private static final double MOST_LATENCY = 200;
  private static final ImmutableList<String> CONTENDERS =
      ImmutableList.of("bus", "ring", "mesh", "ideal");
  private static final ImmutableList<Integer> WIDTHS = ImmutableList.of(8, 16, 32, 64, 128, 256);
  private static final double GIGABYTES_PER_WIRE = 1.6 / 8;

  private NetworkFigures() {}

  /**
   * Draws.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    load(folder);
    contention(folder);
  }

  /** Half of the traffic crosses the middle, half of that in each direction. */
  private static double bisectionBound(String kind) {
    int side = 10;
    return switch (kind) {
      case "mesh" -> 4.0 / side;
      case "torus" -> 8.0 / side;
      case "ring" -> 8.0 / TILES;
      default -> 1;
    };
  }

  private static void load(Path folder) throws IOException {
    ImmutableList.Builder<Line> carried = ImmutableList.builder();
    ImmutableList.Builder<Line> latency = ImmutableList.builder();
    for (String kind : List.of("ring", "mesh", "torus", "crossbar")) {
      double bound = bisectionBound(kind);
      List<double[]> throughputs = new ArrayList<>();
      List<double[]> latencies = new ArrayList<>();
      for (double share = 0.1; share < 1.55 && share * bound <= 1; share += 0.1) {
        UniformTraffic.Load point =
            new UniformTraffic(kind, TILES, TOKENS).offer(share * bound, CYCLES);
        System.out.printf(
            "%s\toffered %.4f\tcarried %.4f\tlatency %.1f%n",
            kind, point.offered(), point.carried(), point.latencyCycles());
        throughputs.add(new double[] {point.offered(), point.carried()});
        if (point.latencyCycles() <= MOST_LATENCY) {
          latencies.add(new double[] {point.offered(), point.latencyCycles()});
        }
      }
      carried.add(new Line(kind, ImmutableList.copyOf(throughputs), false));
      carried.add(
          new Line(
              kind + " bound",
              ImmutableList.of(new double[] {0, bound}, new double[] {1, bound}),
              true));
      latency.add(new Line(kind, ImmutableList.copyOf(latencies), false));
      latency.add(
          new Line(
              kind + " bound",
              ImmutableList.of(new double[] {bound, 0}, new double[] {bound, MOST_LATENCY}),
              true));
    }
    Axis offered = new Axis("offered, flits a cycle and tile", false, 0, 1.02);
    LinePanels.write(
        "100 tiles under random load",
        "Transfers of four flits to tiles drawn at random; dashed: the bisection bound",
        List.of(
            new Panel(
                "What arrives",
                offered,
                new Axis("carried, flits a cycle and tile", false, 0, 1.02),
                carried.build()),
            new Panel(
                "How long it takes",
                offered,
                new Axis("mean latency, cycles", false, 0, MOST_LATENCY),
                latency.build())),
        folder,
        "network-load");
  }

  private static void contention(Path folder) throws IOException {
    ImmutableList.Builder<Line> times = ImmutableList.builder();
    double most = 0;
    for (String kind : CONTENDERS) {
      List<double[]> points = new ArrayList<>();
      for (int width : WIDTHS) {
        double microseconds = sampleMicroseconds(kind, width);
        System.out.printf("%s\t%d wires\t%.3f us a sample%n", kind, width, microseconds);
        points.add(new double[] {width * GIGABYTES_PER_WIRE, microseconds});
        most = StrictMath.max(most, microseconds);
      }
      times.add(new Line(kind, ImmutableList.copyOf(points), false));
    }
    LinePanels.write(
        "What contention on the interconnect costs",
        "Training of mlp-digits on tiles of 16 x 16, strict SGD",
        List.of(
            new Panel(
                "Simulated time of a sample",
                new Axis("bandwidth of the bus, or of a link (GB/s)", true, 1.5, 64),
                new Axis("simulated time of a sample (us)", false, 0, 1.1 * most),
                times.build())),
        folder,
        "interconnect-contention");
  }

  private static double sampleMicroseconds(String kind, int width) {
    Overrides overrides =
        Overrides.parse(
            List.of(
                "workload.epochs=1",
                "workload.samples=100",
                "chip.tiles=64",
                "tile.rows=16",
                "tile.columns=16",
                "interconnect.kind=" + kind,
                "interconnect.flitBits=" + width,
                "interconnect.linkWidth=" + width,
                "interconnect.bandwidth=" + width * GIGABYTES_PER_WIRE + " GB/s"));
    ChipSpec chip = ChipPresets.load("gokmen2016-design2", overrides).spec();
    TrainingSpec workload = (TrainingSpec) WorkloadPresets.load("mlp-digits", overrides).spec();
    Metrics metrics =
        Simulator.run(
                chip,
                workload,
                DataSets.load(workload, null, sentence -> {}),
                new RunOptions(1, Kernels.of("scalar")),
                RunListener.NONE)
            .metrics();
    Double seconds = metrics.number("time.perSampleSeconds");
    if (seconds == null) {
      throw new IllegalStateException("a training has a time a sample");
    }
    return 1e6 * seconds;
  }
}
