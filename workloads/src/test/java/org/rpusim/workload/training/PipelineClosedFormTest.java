package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.execution.ExpectedNumbers;
import org.rpusim.workload.execution.ProgramState;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.program.NetworkCompiler;

/**
 * The end of a pipelined run where nothing is in another's way: the pipeline fills, then the
 * slowest component sets the pace, then it drains.
 */
class PipelineClosedFormTest {
  private static final int INPUTS = 20;
  private static final int HIDDEN = 12;
  private static final int OUTPUTS = 5;

  /** More than the reads of a sample's latency; few enough to be past the bus when it is used. */
  private static final int ENOUGH = 8;

  private final Network network = TestCases.network(INPUTS, HIDDEN, OUTPUTS);

  /** Times of a sample's forward pass. */
  private static final class Forward {
    private final ClosedForm form;
    private final ChipSpec chip;

    Forward(ChipSpec chip) {
      this.chip = chip;
      this.form = new ClosedForm(chip);
    }

    /** From the start to the first read of the first array. */
    long fill() {
      return form.memory(INPUTS + 1)
          + form.bus(INPUTS)
          + form.manage(INPUTS + 1)
          + form.link(INPUTS + 1, chip.dac().bits());
    }

    long latency() {
      return form.memory(INPUTS + 1)
          + form.bus(INPUTS)
          + form.read(INPUTS + 1, HIDDEN)
          + form.digital(HIDDEN)
          + form.bus(HIDDEN)
          + form.read(HIDDEN + 1, OUTPUTS)
          + form.digital(OUTPUTS);
    }

    /** From the end of the first array's read to the end of the sample. */
    long drain() {
      return latency() - fill() - chip.tile().readTimePs();
    }
  }

  private long classifyPs(ChipSpec chip, int inFlight, int samples) {
    Mapping mapping = Mapper.map(network, chip);
    ProgramState state = new ProgramState(NetworkCompiler.evaluation(mapping, chip), inFlight);
    Engine engine = new Engine(new TimingWheel());
    Executor executor = new Executor(engine, chip, mapping.tiles(), state.tokens());
    executor.run(state, new ExpectedNumbers(1, 1), 0, samples, () -> true);
    return engine.nowPs();
  }

  /** The arrays are alike, so the first of them is the bottleneck of inference. */
  @ParameterizedTest
  @CsvSource({
    "tile.readTime, 80 ns, 1",
    "tile.readTime, 80 ns, 2",
    "tile.readTime, 80 ns, 100",
    "tile.readTime, 40 ns, 100",
    "tile.readTime, 173 ns, 100",
    "interconnect.latency, 20 ns, 100"
  })
  void inferenceIsFillThenAReadOfTheFirstArrayASampleThenDrain(
      String key, String value, int samples) {
    ChipSpec chip = TestCases.chip(key + "=" + value);
    Forward forward = new Forward(chip);
    assertThat(classifyPs(chip, ENOUGH, samples))
        .isEqualTo(forward.fill() + samples * chip.tile().readTimePs() + forward.drain());
  }

  /** 12 outputs of a converter at 0.05 GHz take 240 ns, and 5 of them 100 ns. */
  @Test
  void slowConvertersOfTheFirstLayerSetThePaceInsteadOfItsArray() {
    ChipSpec chip = TestCases.chip("adc.conversionRate=50 MHz");
    Forward forward = new Forward(chip);
    long conversionPs = new ClosedForm(chip).readCycle(HIDDEN) - chip.tile().readTimePs();
    assertThat(conversionPs).isEqualTo(240_000);
    int samples = 50;
    assertThat(classifyPs(chip, ENOUGH, samples))
        .isEqualTo(forward.latency() + (samples - 1) * conversionPs);
  }

  /**
   * With fewer samples in flight than fill the pipeline they follow one another by a read, and each
   * round of them takes the latency of one.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void tooFewSamplesInFlightTakeALatencyARound(int inFlight) {
    ChipSpec chip = TestCases.chip();
    Forward forward = new Forward(chip);
    long readPs = chip.tile().readTimePs();
    assertThat(inFlight * readPs).isLessThan(forward.latency());
    int rounds = 20;
    assertThat(classifyPs(chip, inFlight, rounds * inFlight))
        .isEqualTo(rounds * forward.latency() + (inFlight - 1) * readPs);
  }

  /** The sample before is past where this one is in its way. */
  @ParameterizedTest
  @CsvSource({"0.09 GB/s, 2", "0.08 GB/s, 2", "0.08 GB/s, 5", "0.01 GB/s, 3", "1 GB/s, 1"})
  void trainingBehindASlowMemoryIsAMemoryReadASampleThenDrain(String bandwidth, int inFlight) {
    ChipSpec chip = TestCases.chip(TestCases.FLOATING_POINT, "memory.bandwidth=" + bandwidth);
    ClosedForm form = new ClosedForm(chip);
    long latency = form.sampleOfTwoLayers(INPUTS, HIDDEN, OUTPUTS);
    long servicePs = form.memory(INPUTS + 1) - chip.memory().latencyPs();
    int samples = 30;
    DataSet data = TestCases.data(INPUTS, OUTPUTS, samples, 1);
    SmallTraining training = new SmallTraining(chip, network, data, inFlight).train(samples);
    long pace = inFlight == 1 ? latency : servicePs;
    assertThat(training.endPs()).isEqualTo(latency + (samples - 1) * pace);
  }

  /** One layer has forward reads and updates alone; with enough in flight its array never rests. */
  @ParameterizedTest
  @ValueSource(strings = {"80 ns", "200 ns"})
  void aSingleLayersArrayReadsAndUpdatesWithoutAPause(String readTime) {
    ChipSpec chip = TestCases.chip(TestCases.FLOATING_POINT, "tile.readTime=" + readTime);
    Network single = TestCases.network(INPUTS, OUTPUTS);
    int samples = 400;
    DataSet data = TestCases.data(INPUTS, OUTPUTS, samples, 1);
    SmallTraining training = new SmallTraining(chip, single, data, ENOUGH).train(samples);
    ClosedForm form = new ClosedForm(chip);
    long cycles = chip.tile().readTimePs() + form.update();
    assertThat(training.endPs()).isEqualTo(new Forward(chip).fill() + samples * cycles);
  }
}
