package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.interconnect.Interconnects;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TrainingSpec;

/** A replayed schedule is the simulated one, to the last picosecond and count. */
class FastForwardTest {
  private static final int INPUTS = 30;
  private static final int CLASSES = 5;
  private static final ImmutableList<String> KINDS = Interconnects.kinds().asList();

  private static RunResult run(ChipSpec chip, int samples, boolean fastForward) {
    TrainingSpec spec = TestCases.workload(2, samples, 0.1, INPUTS, 12, CLASSES);
    DataSet data = TestCases.data(INPUTS, CLASSES, samples, 10);
    RunOptions options = new RunOptions(7, Kernels.of("scalar"), Workers.NONE, fastForward);
    return Simulator.run(chip, spec, data, options, RunListener.NONE);
  }

  private static RunResult assertSame(String description, ChipSpec chip, int samples) {
    RunResult replayed = run(chip, samples, true);
    RunResult simulated = run(chip, samples, false);
    assertThat(replayed.metrics().values()).as(description).isEqualTo(simulated.metrics().values());
    assertThat(replayed.epochs()).as(description).isEqualTo(simulated.epochs());
    assertThat(replayed.layers()).as(description).isEqualTo(simulated.layers());
    assertThat(replayed.components()).as(description).isEqualTo(simulated.components());
    return replayed;
  }

  @Test
  void retriesTakeOtherSchedulesThanReadsThatDoNotSaturate() {
    RunResult result = assertSame("low bound", TestCases.chip("adc.outputBound=0.4"), 60);
    assertThat(result.metrics().number("boundManagement.retries")).isGreaterThan(10.0);
  }

  @Test
  void aSampleByItselfIsSimulatedAsItIs() {
    assertSame("one sample", TestCases.chip(), 1);
  }

  /** Random chips; a failure prints its settings. */
  @Test
  void randomChipsGiveTheSameResult() {
    RandomStream random = new RandomStream(StreamKey.base(11, 0, 0, 0, 0));
    for (int i = 0; i < 60; i++) {
      String[] settings = {
        "tile.rows=" + (6 + random.nextInt(30)),
        "tile.columns=" + (6 + random.nextInt(30)),
        "adc.outputBound=" + (0.3 + random.nextInt(4)),
        "adc.linesPerConverter=" + (1 + random.nextInt(8)),
        "update.updateManagement=" + (random.nextInt(2) == 0),
        "update.lengthManagement=" + (random.nextInt(2) == 0),
        "management.noiseForward=" + (random.nextInt(2) == 0 ? "off" : "abs-max"),
        "management.boundBackward=" + (random.nextInt(2) == 0 ? "off" : "iterative"),
        "digital.sharing=" + (random.nextInt(2) == 0 ? "shared" : "per-tile"),
        "tile.inputBufferVectors=" + (1 + random.nextInt(2)),
        "interconnect.bandwidth=" + (1 + random.nextInt(50)) + " GB/s",
        "interconnect.kind=" + KINDS.get(i % KINDS.size())
      };
      assertSame(String.join(" ", settings), TestCases.chip(settings), 12);
    }
  }
}
