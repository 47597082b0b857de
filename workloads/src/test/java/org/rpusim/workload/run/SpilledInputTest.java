package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.training.SmallTraining;

/** Inputs that find no room until their update go to the memory and come back. */
final class SpilledInputTest {
  private static final String NETWORK =
      "inputs: 16\nlayers: [{repeat: 2, units: 16, bias: false}, {units: 16, bias: false}]";

  /** 16 numbers of 16 bits. */
  private static final long VECTOR_BITS = 16 * 16;

  /** Two layers on one tile, whose buffer has room for one input in its 24 bytes. */
  private static final String SHARED =
      """
      inputs: 8
      layers:
        - {name: A, units: 8, bias: false, at: {tile: 0, row: 0, column: 0}}
        - {name: B, units: 8, bias: false, at: {tile: 0, row: 8, column: 8}}
      """;

  private static final int SAMPLES = 20;

  private static ChipSpec chip(String... settings) {
    List<String> all = new ArrayList<>(List.of("tile.rows=16", "tile.columns=16"));
    all.addAll(List.of(settings));
    return TestCases.chip(all.toArray(new String[0]));
  }

  private static RunResult run(ChipSpec chip, int inFlight, boolean fastForward) {
    TimingSpec spec =
        TimingCases.spec(
            NETWORK, List.of("workload.samples=" + SAMPLES * 10, "workload.inFlight=" + inFlight));
    return TimingCases.run(chip, spec, fastForward);
  }

  private static long count(RunResult result, String path) {
    Double value = result.metrics().number(path);
    assertThat(value).as(path).isNotNull();
    return value == null ? 0 : Math.round(value);
  }

  private static Map<String, Object> figures(RunResult result) {
    Map<String, Object> all = new TreeMap<>(result.metrics().values());
    all.remove("buffers.spilledVectors");
    all.remove("buffers.spilledBits");
    return all;
  }

  @Test
  void whereThereIsRoomNothingSpillsAndNothingChanges() {
    RunResult waits = run(chip(), 4, true);
    RunResult spills = run(chip("tile.inputBufferFull=spill"), 4, true);
    assertThat(count(spills, "buffers.spilledVectors")).isZero();
    assertThat(figures(spills)).containsExactlyEntriesOf(figures(waits));
    assertThat(spills.components()).isEqualTo(waits.components());
  }

  /** Every spilled vector goes over the interconnect, into the memory, out of it and back. */
  @Test
  void aSpilledVectorCostsItsBitsInBothDirections() {
    String room = "tile.inputBufferVectors=2";
    RunResult waits = run(chip(room), 8, true);
    RunResult spills = run(chip(room, "tile.inputBufferFull=spill"), 8, true);
    long vectors = count(spills, "buffers.spilledVectors");
    assertThat(vectors).isGreaterThan(SAMPLES);
    assertThat(count(spills, "buffers.spilledBits")).isEqualTo(vectors * VECTOR_BITS);
    for (String path : List.of("interconnect.bits", "memory.bits")) {
      assertThat(count(spills, path) - count(waits, path))
          .as(path)
          .isEqualTo(2 * vectors * VECTOR_BITS);
    }
    assertThat(waits.metrics().number("stalls.bufferFull")).isPositive();
    assertThat(spills.metrics().number("stalls.bufferFull")).isZero();
    assertThat(spills.metrics().number("time.simulatedSeconds"))
        .isLessThan(waits.metrics().number("time.simulatedSeconds"));
    assertEnergyOfMemory(spills);
  }

  private static void assertEnergyOfMemory(RunResult result) {
    Double total = result.metrics().number("energy.totalJoules");
    double rows = result.components().stream().mapToDouble(ComponentResult::energyJoules).sum();
    assertThat(total).isCloseTo(rows, within(1e-12 * rows));
    assertThat(result.metrics().number("energy.byComponent.memory"))
        .isCloseTo(count(result, "memory.bits") * chip().memory().bitJoules(), within(1e-15));
  }

  @Test
  void skippedPeriodsWithSpilledVectorsAreTheSimulatedOnes() {
    TestCases random = new TestCases(41);
    for (int i = 0; i < 40; i++) {
      List<String> settings = new ArrayList<>(TimingCases.randomChip(random));
      settings.addAll(TimingCases.randomInterconnect(random));
      settings.addAll(List.of("chip.tiles=100", "tile.inputBufferFull=spill"));
      ChipSpec chip = TestCases.chip(settings.toArray(new String[0]));
      TimingSpec spec = TimingCases.randomWorkload(random, 120);
      String description = "case " + i + ": " + String.join(" ", settings) + "\n" + spec;
      RunResult skipped = TimingCases.run(chip, spec, true);
      RunResult simulated = TimingCases.run(chip, spec, false);
      assertThat(skipped.metrics().values())
          .as(description)
          .containsExactlyEntriesOf(simulated.metrics().values());
      assertThat(skipped.components()).as(description).isEqualTo(simulated.components());
    }
  }

  private static long count(SmallTraining training, String path) {
    return training.counts().getOrDefault(path, 0L);
  }

  private static SmallTraining train(String... settings) {
    Network network = TestCases.network(SHARED);
    SmallTraining training =
        new SmallTraining(chip(settings), network, TestCases.data(8, 8, SAMPLES, 1));
    return training.train(SAMPLES);
  }

  /** A sample takes room for the input of A first; that of B has none, sample after sample. */
  @Test
  void strictTrainingThatSpillsHasTheSameWeightsAndExactlyTheseBits() {
    SmallTraining keeps = train("tile.inputBufferFull=spill");
    SmallTraining spills = train("tile.inputBufferFull=spill", "tile.inputBufferVectors=1");
    assertThat(spills.trainedBits()).isEqualTo(keeps.trainedBits());
    assertThat(spills.counts()).containsEntry("tile0.spilledVectors", (long) SAMPLES);
    assertThat(keeps.counts()).containsEntry("tile0.spilledVectors", 0L);
    long bits = SAMPLES * 8 * 16;
    for (String path : List.of("interconnect.bits", "memory.bits")) {
      assertThat(count(spills, path) - count(keeps, path)).as(path).isEqualTo(2 * bits);
    }
    assertThat(spills.joules()).isGreaterThan(keeps.joules());
  }

  /**
   * Behind a memory so slow that all else is done meanwhile, the update of B is the end of each
   * sample: it waits for the sample itself, then for its input on the way into the memory, then for
   * the same on the way back. A sample whose inputs have room waits for itself alone.
   */
  @Test
  void theEndMovesByTheLatencyOfTheMemory() {
    String[] settings = {
      "tile.inputBufferFull=spill", "tile.inputBufferVectors=1", "memory.latency=1 ms"
    };
    String[] slower = settings.clone();
    slower[2] = "memory.latency=3 ms";
    long moved = train(slower).endPs() - train(settings).endPs();
    assertThat(moved).isEqualTo(SAMPLES * 3 * 2_000_000_000L);
    slower[1] = "tile.inputBufferVectors=2";
    settings[1] = "tile.inputBufferVectors=2";
    assertThat(train(slower).endPs() - train(settings).endPs()).isEqualTo(SAMPLES * 2_000_000_000L);
  }

  @Test
  void layersThatShareATileNeedNoRoomForAllWhereInputsSpill() {
    assertThatThrownBy(() -> train("tile.inputBufferVectors=1"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is to hold more than 1 layers")
        .hasMessageContaining("inputBufferFull=spill");
  }

  @Test
  void anUnknownAnswerToAFullBufferIsRefused() {
    assertThatThrownBy(() -> chip("tile.inputBufferFull=drop"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("inputBufferFull")
        .hasMessageContaining("wait")
        .hasMessageContaining("spill");
  }
}
