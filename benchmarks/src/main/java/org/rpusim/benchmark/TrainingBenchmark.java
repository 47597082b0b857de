package org.rpusim.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.report.bench.BenchArrays;
import org.rpusim.report.bench.FunctionalPerceptron;
import org.rpusim.report.bench.Samples;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.TrainingSpec;

/**
 * Samples a second of training the perceptron on one thread, functions only.
 *
 * <p>Arguments, all optional: kernels ({@code vector}), device ({@code constant-step}), epochs (3),
 * folder with MNIST's unpacked files (random samples without). Each epoch prints its own rate, so
 * the first one shows the warm-up; the second rate is by the thread's processor time, the third
 * that of the fastest 2,000 samples: on a busy machine these are disturbed less.
 */
public final class TrainingBenchmark {
  private static final int RANDOM_SAMPLES = 60_000;

  private static final int CHUNK = 2_000;

  private TrainingBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    Kernels kernels = Kernels.of(args.length > 0 ? args[0] : "vector");
    String device = args.length > 1 ? args[1] : "constant-step";
    int epochs = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    boolean real = args.length > 3;
    DataSet data = real ? mnist(Path.of(args[3])) : null;
    Samples training = data == null ? Samples.random(RANDOM_SAMPLES) : Samples.training(data);
    Samples test = data == null ? Samples.random(10_000) : Samples.test(data);
    ChipSpec chip = BenchArrays.chip(List.of("device.kind=" + device));
    FunctionalPerceptron net = new FunctionalPerceptron(chip, 1, kernels);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      float rate = epoch <= 10 ? 0.01f : epoch <= 20 ? 0.005f : 0.0025f;
      epoch(net, training, test, epoch, rate);
    }
    System.out.printf("checksum %016x%n", net.checksum());
  }

  private static DataSet mnist(Path folder) {
    TrainingSpec workload = (TrainingSpec) WorkloadPresets.load("mlp-mnist", Overrides.NONE).spec();
    return DataSets.load(workload, folder, System.out::println);
  }

  private static void epoch(
      FunctionalPerceptron net, Samples training, Samples test, int epoch, float rate) {
    long coincidences = net.coincidences();
    long retries = net.retries();
    double loss = 0;
    long cpuStart = cpuNanos();
    long start = System.nanoTime();
    long chunkStart = cpuNanos();
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < training.count(); i++) {
      if (i % CHUNK == 0 && i > 0) {
        long now = cpuNanos();
        fastest = Math.min(fastest, now - chunkStart);
        chunkStart = now;
      }
      loss += net.train(training, i, rate);
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    long cpu = cpuNanos() - cpuStart;
    coincidences = net.coincidences() - coincidences;
    retries = net.retries() - retries;
    int right = 0;
    for (int i = 0; i < test.count(); i++) {
      right += net.test(test.pixels(), i * Samples.PIXELS, test.labels()[i]) ? 1 : 0;
    }
    System.out.printf(
        "epoch %d: %,.0f samples/s (%,.0f by processor time, fastest %,.0f), loss %.4f, test error"
            + " %.2f %%, %.0f coincidences and %.3f retries a sample%n",
        epoch,
        training.count() / seconds,
        training.count() / (cpu * 1e-9),
        CHUNK / (fastest * 1e-9),
        loss / training.count(),
        100.0 * (test.count() - right) / test.count(),
        (double) coincidences / training.count(),
        (double) retries / training.count());
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
