package org.rpusim.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.report.bench.BenchArrays;

/**
 * Whole cycles of one array of the RPU baseline, with converters, noise and management: a forward
 * read of dense inputs, a backward read, and an update with about 0.016 coincidences a device.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "-XX:ObjectAlignmentInBytes=64",
      "-XX:CompileCommand=quiet",
      "-XX:CompileCommand=dontinline,org/rpusim/chip/math/Vector*.*",
      "-XX:CompileCommand=inline,org/rpusim/chip/math/Lane*.*"
    })
public class ArrayBenchmark {
  private static final ChipSpec CHIP = BenchArrays.chip(List.of());

  /** Rows and columns. */
  @Param({"256x785", "512x512", "1024x1024"})
  String shape = "256x785";

  /** {@code scalar} or {@code vector}. */
  @Param({"vector", "scalar"})
  String kernels = "vector";

  private final ReadOutcome read = new ReadOutcome();
  private final UpdateOutcome update = new UpdateOutcome();
  private CrossbarArray array =
      BenchArrays.array(CHIP, 1, 1, 0, 1, WeightLayout.ROW_MAJOR, Kernels.of("scalar"));
  private float[] x = {};
  private float[] d = {};
  private float[] opposite = {};
  private float[] y = {};
  private long cycle;

  /** Makes the array and its inputs. */
  @Setup(Level.Trial)
  public void fill() {
    int by = shape.indexOf('x');
    int rows = Integer.parseInt(shape.substring(0, by));
    int columns = Integer.parseInt(shape.substring(by + 1));
    array =
        BenchArrays.array(CHIP, rows, columns, 0, 1, WeightLayout.ROW_MAJOR, Kernels.of(kernels));
    x = BenchArrays.uniform(columns, 0.08f, 1);
    d = BenchArrays.uniform(rows, 0.08f, 2);
    opposite = BenchArrays.negated(d);
    y = new float[Math.max(rows, columns)];
    for (int i = 0; i < rows * columns; i++) {
      array.setWeight(i / columns, i % columns, 0.1f * ((Streams.word(3, i) >> 40) * 0x1p-23f));
    }
  }

  /** One forward read. */
  @Benchmark
  public float forward() {
    array.readForward(x, 0, y, 0, cycle++, 0, read);
    return y[0];
  }

  /** One backward read. */
  @Benchmark
  public float backward() {
    array.readBackward(d, 0, y, 0, cycle++, 0, read);
    return y[0];
  }

  /** One update; every second one goes back, so that the weights stay off their bounds. */
  @Benchmark
  public long pulses() {
    float[] rows = (cycle & 1) == 0 ? d : opposite;
    array.update(x, 0, rows, 0, 0.01f, cycle++, update);
    return update.coincidences;
  }
}
