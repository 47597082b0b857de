package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TimingSpec;

/**
 * Two convolutions and a dense layer, on a chip whose rates are whole nanoseconds a number: K1 has
 * 16 bands of one row, 16 vectors; K2 has 7 bands of two rows, 28 vectors.
 */
final class StreamedTimingTest {
  private static final String CHAIN =
      """
      inputs: 1 x 18 x 18
      layers:
        - {name: K1, kind: convolution, channels: 4, kernel: 3}
        - {name: K2, kind: convolution, channels: 4, kernel: 3}
        - {units: 3}
      """;

  private static final long READ_PS = 80_000;

  /** A number on the bus, from the memory, or an operation of a digital unit. */
  private static final long NUMBER_PS = 1_000;

  private static final ChipSpec CHIP =
      TestCases.chip(
          "tile.readTime=80 ns",
          "tile.linkBandwidth=1 GB/s",
          "interconnect.bandwidth=2 GB/s",
          "interconnect.latency=7 ns",
          "memory.bandwidth=2 GB/s",
          "memory.latency=11 ns",
          "digital.rate=1 GOps/s",
          "management.noiseForward=off",
          "management.noiseBackward=off",
          "management.boundForward=off",
          "update.lengthManagement=false");

  private static RunResult run(ChipSpec chip, String network, String... sets) {
    TimingSpec spec = TimingCases.spec(network, List.of(sets));
    return TimingCases.run(chip, spec, true);
  }

  private static long picoseconds(String... sets) {
    Double seconds = run(CHIP, CHAIN, sets).metrics().number("time.simulatedSeconds");
    assertThat(seconds).isNotNull();
    return Math.round((seconds == null ? 0 : seconds) * 1e12);
  }

  private static long bus(int numbers) {
    return numbers * NUMBER_PS + 7_000;
  }

  private static long link(int words, int bits) {
    return (words * bits + 16) * 125L;
  }

  private static long convert(int outputs) {
    return outputs * 1_250L;
  }

  /** From the drive of a layer's last burst to its words in the digital unit. */
  private static long burst(int inputs, int vectors, int outputs) {
    return link(inputs, CHIP.dac().bits())
        + vectors * READ_PS
        + convert(outputs)
        + link(outputs, CHIP.adc().bits());
  }

  private static long ofLayers(int secondsVectors, int firstsNumbers, int secondsNumbers) {
    long toFirst = 325 * NUMBER_PS + 11_000 + bus(324);
    long first = burst(10, 256, 4) + firstsNumbers * NUMBER_PS + bus(firstsNumbers);
    long second = burst(37, secondsVectors, 4) + secondsNumbers * NUMBER_PS + bus(784);
    return toFirst + first + second + burst(785, 1, 3) + 3 * NUMBER_PS;
  }

  /**
   * Behind K1's last read come its last band's activation and transfer and K2's last band alone:
   * all else of K2 is done while K1 is read.
   */
  @Test
  void aStreamedChainTakesTheFirstLayersReadsAndTheLastBandOfTheSecond() {
    assertThat(picoseconds("workload.cycle=inference", "workload.samples=1"))
        .isEqualTo(ofLayers(196, 1024, 784));
    assertThat(
            picoseconds(
                "workload.cycle=inference", "workload.samples=1", "workload.streaming=true"))
        .isEqualTo(ofLayers(28, 64, 112));
  }

  @Test
  void samplesOneByOneTakeSoManyTimesThat() {
    assertThat(
            picoseconds(
                "workload.cycle=inference", "workload.samples=1000", "workload.streaming=true"))
        .isEqualTo(1000 * ofLayers(28, 64, 112));
  }

  /** The backward half of a training is the same; the forward half is shorter by what is hidden. */
  @Test
  void aStreamedTrainingIsSoonerByWhatItsForwardPassHides() {
    long whole = picoseconds("workload.samples=3");
    long streamed = picoseconds("workload.samples=3", "workload.streaming=true");
    assertThat(whole - streamed).isEqualTo(3 * (ofLayers(196, 1024, 784) - ofLayers(28, 64, 112)));
  }

  @Test
  void streamingCountsTheSameWork() {
    RunResult whole = run(CHIP, CHAIN, "workload.samples=4", "workload.inFlight=3");
    RunResult streamed =
        run(CHIP, CHAIN, "workload.samples=4", "workload.inFlight=3", "workload.streaming=true");
    for (String figure :
        List.of("reads.cycles", "update.cycles", "conversions.count", "network.weights")) {
      assertThat(streamed.metrics().values().get(figure))
          .as(figure)
          .isEqualTo(whole.metrics().values().get(figure))
          .isNotNull();
    }
  }
}
