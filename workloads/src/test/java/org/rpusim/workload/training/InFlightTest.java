package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.network.Network;

/** Several samples in flight: each reads the weights as they are when its read begins. */
class InFlightTest {
  private static final int INPUTS = 20;
  private static final int HIDDEN = 12;
  private static final int OUTPUTS = 5;
  private static final int SAMPLES = 48;

  private final Network network = TestCases.network(INPUTS, HIDDEN, OUTPUTS);
  private final DataSet data = TestCases.data(INPUTS, OUTPUTS, SAMPLES, 1);

  private SmallTraining training(int inFlight, String... settings) {
    return new SmallTraining(TestCases.chip(settings), network, data, inFlight);
  }

  @ParameterizedTest
  @ValueSource(strings = {"floating-point", "rpu-baseline"})
  void twoSamplesInFlightGiveOtherWeightsThanOneAndTheSameOnesAgain(String device) {
    String setting = "device.preset=" + device;
    long[] two = training(2, setting).train(SAMPLES).trainedBits();
    assertThat(two).isNotEqualTo(training(1, setting).train(SAMPLES).trainedBits());
    assertThat(two).isEqualTo(training(2, setting).train(SAMPLES).trainedBits());
  }

  /** What the chip computes is what plain loops compute in the order of its schedule. */
  @ParameterizedTest
  @CsvSource({
    "1, memory.latency=100 ns",
    "2, memory.latency=100 ns",
    "2, memory.bandwidth=1 GB/s",
    "3, tile.readTime=17 ns",
    "5, update.pulseTime=40 ns",
    "8, digital.rate=0.1 GOps/s",
    "8, tile.inputBufferVectors=2"
  })
  void trainedWeightsAreThoseOfPlainLoopsInTheSameOrder(int inFlight, String setting) {
    SmallTraining training = training(inFlight, TestCases.FLOATING_POINT, setting);
    StaleSgd reference = new StaleSgd(training, data);
    Schedule[] schedule = new Schedule[1];
    training.train(SAMPLES, inner -> schedule[0] = new Schedule(inner, training, inFlight));
    schedule[0].cycles.forEach(cycle -> reference.run(cycle.sample(), cycle.step()));
    assertThat(schedule[0].cycles).hasSize(5 * SAMPLES);
    assertThat(distance(training, reference)).isLessThan(2e-6);
    if (inFlight > 1) {
      assertThat(distance(training(1, TestCases.FLOATING_POINT).train(SAMPLES), reference))
          .isGreaterThan(1e-4);
    }
  }

  private static double distance(SmallTraining training, StaleSgd reference) {
    double largest = 0;
    for (int layer = 0; layer < 2; layer++) {
      for (int row = 0; row < reference.weights[layer].length; row++) {
        for (int column = 0; column < reference.weights[layer][row].length; column++) {
          double difference =
              training.weight(layer, row, column) - reference.weights[layer][row][column];
          largest = StrictMath.max(largest, StrictMath.abs(difference));
        }
      }
    }
    return largest;
  }

  /**
   * Two samples start together and follow one another by one read, 80 ns. A sample needs longer
   * than that from its forward to its backward read of W2, so those of the other one come between;
   * the update of W2 then finds the other's backward read at work. So each pair is read with the
   * same weights, and then updated in turn: a batch of two.
   */
  @Test
  void twoInFlightAreABatchOfTwoWhereTheyFollowOneAnotherByARead() {
    SmallTraining training = training(2, TestCases.FLOATING_POINT);
    Schedule[] schedule = new Schedule[1];
    training.train(4, inner -> schedule[0] = new Schedule(inner, training, 2));
    List<String> pair =
        List.of(
            "0:W1f", "1:W1f", "0:W2f", "1:W2f", "0:W2b", "1:W2b", "0:W1u", "0:W2u", "1:W2u",
            "1:W1u");
    assertThat(schedule[0].words().subList(0, 10)).isEqualTo(pair);
    assertThat(schedule[0].words().subList(10, 20))
        .isEqualTo(pair.stream().map(w -> (char) (w.charAt(0) + 2) + w.substring(1)).toList());
    SmallTraining batch = new SmallTraining(training.chip, network, data, 1, 2).train(4);
    assertThat(training.trainedBits()).isEqualTo(batch.trainedBits());
  }

  /** A sample's x stays in the buffer from its forward read to its update. */
  @Test
  void aFullInputBufferHoldsSamplesBackAndIsTheReasonOfTheirWait() {
    SmallTraining roomy = training(8, TestCases.FLOATING_POINT).train(SAMPLES);
    SmallTraining tight =
        training(8, TestCases.FLOATING_POINT, "tile.inputBufferVectors=2").train(SAMPLES);
    assertThat(waiting(roomy, "bufferFull")).isZero();
    assertThat(waiting(tight, "bufferFull")).isPositive();
    assertThat(tight.endPs()).isGreaterThan(roomy.endPs());
    SmallTraining one =
        training(8, TestCases.FLOATING_POINT, "tile.inputBufferVectors=1").train(SAMPLES);
    assertThat(one.endPs()).isGreaterThan(tight.endPs());
  }

  private static long waiting(SmallTraining training, String reason) {
    long sum = 0;
    for (int i = 0; i < training.period.accounts().size(); i++) {
      for (WaitReason of : WaitReason.values()) {
        sum += of.key().equals(reason) ? training.period.waitingPs(i, of) : 0;
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"2, 4", "4, 2", "3, 16", "7, 3"})
  void everySampleOfEveryBatchIsReadAndUpdatedOnce(int inFlight, int batch) {
    SmallTraining training =
        new SmallTraining(TestCases.chip(), network, data, inFlight, batch).train(SAMPLES);
    long samples = (long) (SAMPLES / batch) * batch;
    assertThat(training.period.count("tile0.updates")).isEqualTo(samples);
    assertThat(training.period.count("tile1.updates")).isEqualTo(samples);
    assertThat(training.period.count("tile1.backwardReads")).isEqualTo(samples);
    assertThat(training.period.tileCount("forwardReads"))
        .isEqualTo(2 * samples + training.period.tileCount("retries"));
  }
}
