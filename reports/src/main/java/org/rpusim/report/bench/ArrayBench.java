package org.rpusim.report.bench;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.device.WeightLayout;
import org.rpusim.chip.math.Kernels;

/** Single cycles of one array of the RPU baseline, BL 10, on one thread. */
final class ArrayBench {
  private static final double WARM_UP_SECONDS = 3;
  private static final double ROUND_SECONDS = 0.4;
  private static final double MICROSECONDS = 1e6;
  private static final double MILLISECONDS = 1e3;
  private static final int SIDE = 4096;
  private static final float RATE = 0.01f;
  private static final double STEP = 0.001;

  private final CrossbarArray array;

  private ArrayBench(int rows, int columns) {
    array =
        BenchArrays.array(
            BenchArrays.chip(List.of()),
            rows,
            columns,
            0,
            1,
            WeightLayout.ROW_MAJOR,
            Kernels.best());
  }

  /** Updates of 512 × 512 devices, µs each. */
  static ImmutableList<BenchValue> update512(String name, double coincidences) {
    double seconds = new ArrayBench(512, 512).secondsAnUpdate(coincidences);
    return ImmutableList.of(new BenchValue(name, MICROSECONDS * seconds, "us/update"));
  }

  /** Updates of 4096 × 4096 devices, ms each. */
  static ImmutableList<BenchValue> update4096(String name, double coincidences) {
    double seconds = new ArrayBench(SIDE, SIDE).secondsAnUpdate(coincidences);
    return ImmutableList.of(new BenchValue(name, MILLISECONDS * seconds, "ms/update"));
  }

  /** Reads of 256 × 785 devices, as the first layer of the perceptron has them, µs each. */
  static ImmutableList<BenchValue> read256() {
    ArrayBench bench = new ArrayBench(256, 785);
    double forward = bench.secondsARead(true);
    double backward = bench.secondsARead(false);
    return ImmutableList.of(
        new BenchValue("read-256", MICROSECONDS * forward, "us/read"),
        new BenchValue("read-256-backward", MICROSECONDS * backward, "us/read"));
  }

  /** Forward reads of 4096 × 4096 devices, ms each, and the memory that a device takes. */
  static ImmutableList<BenchValue> read4096(String name) {
    long before = usedBytes();
    ArrayBench bench = new ArrayBench(SIDE, SIDE);
    double bytes = (double) (usedBytes() - before) / ((long) SIDE * SIDE);
    double seconds = bench.secondsARead(true);
    return ImmutableList.of(
        new BenchValue(name, MILLISECONDS * seconds, "ms/read"),
        new BenchValue("memory-device", bytes, "bytes"));
  }

  @SuppressWarnings("CallsToSystemGc") // what lives is what counts
  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private double secondsARead(boolean forward) {
    float[] x = BenchArrays.uniform(forward ? array.columns() : array.rows(), 1f, 1);
    float[] y = new float[forward ? array.rows() : array.columns()];
    ReadOutcome outcome = new ReadOutcome();
    long[] cycle = {0};
    return Rounds.secondsEach(
        WARM_UP_SECONDS,
        ROUND_SECONDS,
        reads -> {
          for (long i = 0; i < reads; i++) {
            if (forward) {
              array.readForward(x, 0, y, 0, cycle[0]++, 0, outcome);
            } else {
              array.readBackward(x, 0, y, 0, cycle[0]++, 0, outcome);
            }
          }
        });
  }

  /**
   * Inputs are uniform in ±a: a coincidence on (eta/dw_min)·E|x|·E|d| = (eta/dw_min)·a²/4 of the
   * slots a device, and every second update goes back, so that weights stay off their bounds.
   *
   * @param coincidences mean number of coincidences a device and update
   */
  private double secondsAnUpdate(double coincidences) {
    float a = (float) StrictMath.sqrt(4 * coincidences * STEP / RATE);
    float[] x = BenchArrays.uniform(array.columns(), a, 1);
    float[] d = BenchArrays.uniform(array.rows(), a, 2);
    float[] back = BenchArrays.negated(d);
    UpdateOutcome outcome = new UpdateOutcome();
    long[] cycle = {0};
    long[] counted = {0};
    double seconds =
        Rounds.secondsEach(
            WARM_UP_SECONDS,
            ROUND_SECONDS,
            updates -> {
              for (long i = 0; i < updates; i++) {
                float[] rows = (cycle[0] & 1) == 0 ? d : back;
                array.update(x, 0, rows, 0, RATE, cycle[0]++, outcome);
                counted[0] += outcome.coincidences;
              }
            });
    double mean = (double) counted[0] / cycle[0] / ((long) array.rows() * array.columns());
    if (StrictMath.abs(mean / coincidences - 1) > 0.1) {
      throw new IllegalStateException(
          "an update had " + mean + " coincidences a device instead of " + coincidences);
    }
    return seconds;
  }
}
