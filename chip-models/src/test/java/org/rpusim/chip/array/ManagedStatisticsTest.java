package org.rpusim.chip.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rpusim.chip.spec.DeviceSpec;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;

/**
 * Statistics of updates under all managements and of reads under all noise managements, over 20,000
 * cycles. Tests of a distribution alarm falsely at 1e-6, of a moment at 5 standard errors, 6e-7:
 * 2.4e-5 for the 28 checks of the class.
 */
class ManagedStatisticsTest {
  private static final int CYCLES = 20_000;
  private static final double FALSE_ALARM = 1e-6;
  private static final double DW_MIN = 0.001;
  private static final double RATE = 0.01;

  /** The second lines hold the largest values: 0.01 · 1 · 0.5 / 0.001 = 5 slots with UBLM. */
  private static final float[] X = {0.7f, -1f};

  private static final float[] D = {-0.4f, 0.5f};

  private final UpdateOutcome outcome = new UpdateOutcome();
  private long rowPulses;
  private long columnPulses;

  /** Changes of the device at (0, 0), each from a weight of 0. */
  private double[] changes(DeviceSpec device, boolean um, boolean ublm, int slots) {
    TestArrays setup = new TestArrays(device);
    setup.updateManagement = um;
    setup.lengthManagement = ublm;
    CrossbarArray array = setup.create(2, 2);
    double[] changes = new double[CYCLES];
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      array.setWeight(0, 0, 0f);
      array.update(X, 0, D, 0, (float) RATE, cycle, outcome);
      assertThat(outcome.slots).isEqualTo(slots);
      changes[cycle] = array.weight(0, 0);
      rowPulses += outcome.rowPulses;
      columnPulses += outcome.columnPulses;
    }
    return changes;
  }

  /** Probability of a coincidence of the device at (0, 0) in a slot; no line is cut off here. */
  private static double probability(int slots) {
    return RATE / (slots * DW_MIN) * Math.abs((double) X[0] * D[0]);
  }

  @ParameterizedTest
  @CsvSource({"false, false, 10", "true, false, 10", "true, true, 5"})
  void coincidencesOfADeviceAreBinomial(boolean um, boolean ublm, int slots) {
    double[] changes = changes(TestArrays.IDEAL, um, ublm, slots);
    long[] observed = new long[slots + 1];
    for (double change : changes) {
      observed[(int) Math.round(-change / DW_MIN)]++;
    }
    BinomialDistribution law = new BinomialDistribution(null, slots, probability(slots));
    double[] expected = new double[slots + 1];
    for (int n = 0; n <= slots; n++) {
      expected[n] = CYCLES * law.probability(n);
    }
    assertThat(new ChiSquareTest().chiSquareTest(merge(expected), merge(observed)))
        .isGreaterThan(FALSE_ALARM);
  }

  /** With ten slots the rare counts at both ends share a cell: 0 and 1, and 7 to 10. */
  private static double[] merge(double[] cells) {
    int last = cells.length - 1;
    int from = cells.length > 8 ? 1 : 0;
    int to = cells.length > 8 ? last - 3 : last;
    double[] merged = new double[to - from + 1];
    for (int n = 0; n <= last; n++) {
      merged[Math.clamp(n - from, 0, merged.length - 1)] += cells[n];
    }
    return merged;
  }

  private static long[] merge(long[] cells) {
    double[] merged = merge(Arrays.stream(cells).asDoubleStream().toArray());
    return Arrays.stream(merged).mapToLong(Math::round).toArray();
  }

  /** Update management balances the sides: the largest row and column pulse equally often. */
  @ParameterizedTest
  @CsvSource({"false, false, 10", "true, false, 10", "true, true, 5"})
  void pulsesOfLinesFollowTheirGains(boolean um, boolean ublm, int slots) {
    changes(TestArrays.IDEAL, um, ublm, slots);
    double gain = Math.sqrt(RATE / (slots * DW_MIN));
    double balance = um ? Math.sqrt(0.5 / 1) : 1;
    assertBinomialSum(rowPulses, slots, gain / balance * 0.4, gain / balance * 0.5);
    // Of two phases a column has as many as rows pulse in that slot: both rows differ in sign.
    double row1 = Math.min(gain / balance * 0.4, 1);
    double row2 = Math.min(gain / balance * 0.5, 1);
    double phases = row1 + row2;
    double columns = Math.min(gain * balance * 0.7, 1) + Math.min(gain * balance, 1);
    double mean = (double) CYCLES * slots * phases * columns;
    // A slot has 0 to 4 column pulses: its variance is at most 4.
    double deviation = Math.sqrt((double) CYCLES * slots * 4);
    assertThat((double) columnPulses).isCloseTo(mean, Offset.offset(5 * deviation));
  }

  private static void assertBinomialSum(long count, int slots, double p, double q) {
    double first = Math.min(p, 1);
    double second = Math.min(q, 1);
    double trials = (double) CYCLES * slots;
    double deviation = Math.sqrt(trials * (first * (1 - first) + second * (1 - second)));
    assertThat((double) count)
        .isCloseTo(trials * (first + second), Offset.offset(5 * deviation + 1e-3));
  }

  /**
   * With n = Bin(BL, p) the change is dwMin·(n + n terms of the cycle-to-cycle spread): mean
   * eta·x·d, variance dwMin²·BL·p·(1 − p + c2c²). The standard error of the variance is bounded by
   * that of a normal, as a binomial's kurtosis excess is below 0 at these p.
   */
  @ParameterizedTest
  @CsvSource({"false, false, 10", "true, false, 10", "false, true, 5", "true, true, 5"})
  void meanAndVarianceOfAnUpdateEqualTheClosedForm(boolean um, boolean ublm, int slots) {
    DeviceSpec device = TestArrays.constantStep(0, 0.3, 1, 0, 0.6, 0, 0);
    double[] changes = changes(device, um, ublm, slots);
    double p = probability(slots);
    double gain = Math.sqrt(RATE / (slots * DW_MIN));
    if (!um && gain > 1) { // the largest lines are cut off at certainty, these two are not
      assertThat(gain * 0.7).isLessThan(1);
    }
    double variance = DW_MIN * DW_MIN * slots * p * (1 - p + 0.09);
    assertThat(new Mean().evaluate(changes))
        .isCloseTo(RATE * X[0] * D[0], Offset.offset(5 * Math.sqrt(variance / CYCLES)));
    assertThat(new Variance().evaluate(changes))
        .isCloseTo(variance, Offset.offset(5 * variance * Math.sqrt(2.0 / (CYCLES - 1))));
  }

  /** y = W x + s·sigma·N with the full scale s of the mode: 0.5, 1, 2 and 0.5. */
  @ParameterizedTest
  @EnumSource(NoiseManagement.class)
  void outputsOfAReadAreNormalAroundTheProduct(NoiseManagement mode) {
    TestArrays setup =
        new TestArrays(TestArrays.constantStep(0, 0, 1, 0, 0.6, 0, 0.06)).unlimited();
    setup.noiseManagement = mode;
    setup.fullScale = 2;
    CrossbarArray array = setup.create(20, 2);
    double scale =
        switch (mode) {
          case OFF -> 1;
          case CONSTANT -> 2;
          case ABS_MAX, RUNNING_AVERAGE -> 0.5;
        };
    double[] errors = new double[CYCLES];
    float[] y = new float[20];
    for (int cycle = 0; cycle < CYCLES / 20; cycle++) {
      array.setWeight(3, 1, 0.4f);
      array.readForward(new float[] {-0.25f, 0.5f}, 0, y, 0, cycle, 0, new ReadOutcome());
      for (int row = 0; row < 20; row++) {
        errors[cycle * 20 + row] = y[row] - (row == 3 ? 0.4f * 0.5f : 0f);
      }
    }
    NormalDistribution law = new NormalDistribution(null, 0, 0.06 * scale);
    assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(law, errors))
        .isGreaterThan(FALSE_ALARM);
  }
}
