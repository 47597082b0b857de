package org.rpusim.benchmark;

import com.google.common.collect.ImmutableList;
import java.lang.management.ManagementFactory;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.training.UntimedTrainer;

/**
 * Samples a second of training a preset's network on one thread, functions only: no events, time or
 * energy.
 *
 * <p>Arguments, all optional: workload ({@code cnn-mnist}), kernels ({@code vector}), samples an
 * epoch (20,000), epochs (3), then keys of the chip as {@code --set} takes them. Each epoch prints
 * its own rate, so the first one shows the warm-up; the second rate is by the thread's processor
 * time, the third that of the fastest 500 samples: on a busy machine these are disturbed less.
 */
public final class NetworkBenchmark {
  private static final int CHUNK = 500;
  private static final int OPTIONS = 4;

  private NetworkBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    Overrides keys =
        Overrides.parse(
            ImmutableList.copyOf(args).subList(Math.min(args.length, OPTIONS), args.length));
    String workload = args.length > 0 ? args[0] : "cnn-mnist";
    Kernels kernels = Kernels.of(args.length > 1 ? args[1] : "vector");
    int samples = args.length > 2 ? Integer.parseInt(args[2]) : 20_000;
    int epochs = args.length > 3 ? Integer.parseInt(args[3]) : 3;
    TrainingSpec spec = (TrainingSpec) WorkloadPresets.load(workload, keys).spec();
    ChipSpec chip = ChipPresets.load("gokmen2016-design2", keys).spec();
    DataSet data = DataSets.load(spec, null, System.err::println);
    UntimedTrainer trainer = new UntimedTrainer(spec.network(), chip, data, 1, kernels);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      int count = Math.min(samples, data.trainingCount());
      epoch(trainer, epoch, count, (float) spec.learningRate(epoch));
      System.out.printf("  test error %.2f %%%n", 100.0 * trainer.evaluate() / data.testCount());
    }
  }

  private static void epoch(UntimedTrainer trainer, int epoch, int samples, float rate) {
    long coincidences = trainer.coincidences();
    long retries = trainer.retries();
    double loss = 0;
    long fastest = Long.MAX_VALUE;
    long cpuStart = cpuNanos();
    long start = System.nanoTime();
    for (int i = 0; i < samples; i += CHUNK) {
      long before = cpuNanos();
      int count = Math.min(CHUNK, samples - i);
      loss += trainer.train(i, count, rate);
      fastest = count == CHUNK ? Math.min(fastest, cpuNanos() - before) : fastest;
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    System.out.printf(
        "epoch %d: %,.0f samples/s (%,.0f by processor time, fastest %,.0f), loss %.4f, %.0f"
            + " coincidences and %.3f retries a sample%n",
        epoch,
        samples / seconds,
        samples / ((cpuNanos() - cpuStart) * 1e-9),
        CHUNK / (fastest * 1e-9),
        loss / samples,
        (double) (trainer.coincidences() - coincidences) / samples,
        (double) (trainer.retries() - retries) / samples);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
