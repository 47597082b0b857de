package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.network.Network;

/** Convolutions that go band by band: the same numbers under strict SGD, at other times. */
class StreamingTest {
  private static final int SAMPLES = 6;
  private static final int OUTPUTS = 3;

  private static final String DEEP =
      """
      inputs: 1 x 14 x 14
      layers:
        - {kind: convolution, channels: 5, kernel: 3}
        - {kind: max-pooling, kernel: 2}
        - {kind: convolution, channels: 6, kernel: 3, padding: 1}
        - {kind: average-pooling, kernel: 3, stride: 1}
        - {units: 3}
      """;

  /** Overlapping pooling with padding, a stride, a residual sum of a streamed output. */
  private static final String BRANCHED =
      """
      inputs: 1 x 14 x 14
      layers:
        - {name: a, kind: convolution, channels: 4, kernel: 3, padding: 1, activation: relu}
        - {name: p, kind: max-pooling, kernel: 3, stride: 2, padding: 1}
        - {name: b, kind: convolution, channels: 4, kernel: 3, padding: 1, activation: none}
        - {name: s, kind: sum, input: b, with: p, activation: relu}
        - {name: c, input: a, kind: convolution, channels: 4, kernel: 2, stride: 2}
        - {name: t, kind: sum, input: c, with: s}
        - {units: 3}
      """;

  private static SmallTraining train(
      String network, boolean streaming, int batch, ChipSpec chip, int inFlight) {
    DataSet data = TestCases.data(196, OUTPUTS, SAMPLES, 1);
    Network layers = TestCases.network(network);
    return new SmallTraining(chip, layers, data, inFlight, batch, streaming).train(SAMPLES);
  }

  private static void assertSame(String network, int batch, String... settings) {
    ChipSpec chip = TestCases.chip(settings);
    SmallTraining whole = train(network, false, batch, chip, 1);
    SmallTraining streamed = train(network, true, batch, chip, 1);
    assertThat(streamed.trainedBits()).isEqualTo(whole.trainedBits());
    assertThat(streamed.endPs()).isLessThan(whole.endPs());
    for (String count : List.of("forwardReads", "retries", "conversions", "deviceSteps")) {
      assertThat(streamed.period.tileCount(count))
          .as(count)
          .isEqualTo(whole.period.tileCount(count));
    }
    assertThat(streamed.period.count("interconnect.bits"))
        .isEqualTo(whole.period.count("interconnect.bits"));
    assertThat(streamed.program.usefulReadOperations())
        .isEqualTo(whole.program.usefulReadOperations());
    assertThat(streamed.program.weights()).isEqualTo(whole.program.weights());
  }

  @ParameterizedTest
  @ValueSource(strings = {DEEP, BRANCHED})
  void strictSgdGivesTheSameWeightsSooner(String network) {
    assertSame(network, 1);
    assertSame(network, 1, TestCases.FLOATING_POINT);
    assertSame(network, 1, "adc.outputBound=0.5");
    assertSame(network, 1, "tile.rows=3", "tile.columns=11");
    assertSame(network, 1, "dac.rounding=stochastic", "management.noiseForward=running-average");
    assertSame(network, 2, TestCases.FLOATING_POINT);
  }

  @Test
  void aSharedDigitalUnitAndAnInputBufferOfOneVectorDoNoHarm() {
    assertSame(DEEP, 1, "digital.sharing=shared", "tile.inputBufferVectors=1");
  }

  @Test
  void severalSamplesInFlightMayStream() {
    ChipSpec chip = TestCases.chip();
    SmallTraining streamed = train(DEEP, true, 1, chip, 3);
    assertThat(streamed.trainedBits()).isEqualTo(train(DEEP, true, 1, chip, 3).trainedBits());
    assertThat(streamed.period.count("tile0.updates")).isEqualTo(SAMPLES * 144);
    assertThat(streamed.trainedBits()).isNotEqualTo(train(DEEP, true, 1, chip, 1).trainedBits());
  }

  /**
   * One convolution of 64 vectors, four bands of 16, then a dense layer: only the last band's
   * activation comes after the last read; the others are done while the array reads.
   */
  @ParameterizedTest
  @CsvSource({"digital.rate, 51.2 GOps/s", "digital.rate, 5 GOps/s", "tile.readTime, 50 ns"})
  void onlyTheLastBandsActivationIsBehindTheLastRead(String key, String value) {
    Network network =
        TestCases.network(
            """
            inputs: 1 x 10 x 10
            layers:
              - {kind: convolution, channels: 4, kernel: 3}
              - {units: 3}
            """);
    DataSet data = TestCases.data(100, OUTPUTS, SAMPLES, 1);
    ChipSpec chip = TestCases.chip(key + "=" + value);
    ClosedForm form = new ClosedForm(chip);
    long whole = new SmallTraining(chip, network, data).train(SAMPLES).endPs();
    long streamed = new SmallTraining(chip, network, data, 1, 1, true).train(SAMPLES).endPs();
    assertThat(whole - streamed).isEqualTo(SAMPLES * (form.digital(4 * 64) - form.digital(4 * 16)));
  }

  /** Bands of K1 have four rows of 12, which K2's first band needs; K1 goes on beside it. */
  @Test
  void aLayerBeginsBeforeTheOneBeforeItHasEnded() {
    SmallTraining training =
        new SmallTraining(
            TestCases.chip(TestCases.FLOATING_POINT),
            TestCases.network(
                """
                inputs: 1 x 16 x 16
                layers:
                  - {kind: convolution, channels: 4, kernel: 5}
                  - {kind: convolution, channels: 4, kernel: 3}
                  - {units: 3}
                """),
            TestCases.data(256, OUTPUTS, 1, 1),
            1,
            1,
            true);
    Schedule[] schedule = new Schedule[1];
    training.train(1, inner -> schedule[0] = new Schedule(inner, training, 1));
    assertThat(schedule[0].words()).startsWith("0:K1f", "0:K1f", "0:K2f", "0:K1f", "0:K2f");
    long[] starts =
        schedule[0].cycles.stream()
            .filter(c -> c.step().equals("K1 forward"))
            .mapToLong(Schedule.Cycle::startPs)
            .toArray();
    long[] gaps = new long[starts.length - 1];
    Arrays.setAll(gaps, i -> starts[i + 1] - starts[i]);
    assertThat(gaps).containsOnly(48 * 80_000L);
  }
}
