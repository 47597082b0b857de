package org.rpusim.workload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TimingSpec;

/** A buffer of bytes holds as many inputs as their words and scales allow. */
final class InputBufferTest {
  /** 16 words of 5 bits and a scale of 16 bits. */
  private static final int VECTOR_BYTES = 12;

  private static RunResult run(String... settings) {
    String layer = "{units: 16, bias: false}";
    String network = "inputs: 16\nlayers: [%s, %s, %s]".formatted(layer, layer, layer);
    TimingSpec spec =
        TimingCases.spec(network, List.of("workload.samples=60", "workload.inFlight=8"));
    return TimingCases.run(TestCases.chip(settings), spec, true);
  }

  private static Map<String, Object> figures(RunResult result) {
    return new TreeMap<>(result.metrics().values());
  }

  @Test
  void bytesForSomeVectorsAreAsGoodAsRoomForSoMany() {
    for (int vectors = 2; vectors <= 5; vectors++) {
      RunResult byBytes =
          run(
              "tile.rows=16",
              "tile.columns=16",
              "tile.inputBuffer=" + (VECTOR_BYTES * vectors + VECTOR_BYTES - 1) + " B");
      RunResult byVectors =
          run("tile.rows=16", "tile.columns=16", "tile.inputBufferVectors=" + vectors);
      assertThat(figures(byBytes)).containsExactlyEntriesOf(figures(byVectors));
      assertThat(byBytes.components()).isEqualTo(byVectors.components());
      assertThat(byBytes.metrics().values())
          .containsEntry("buffers.mostInputVectors", (long) vectors)
          .containsEntry("buffers.mostInputBytes", (long) VECTOR_BYTES * vectors);
    }
  }

  @Test
  void aFullBufferIsAReasonForWaitingAndTakesTime() {
    RunResult narrow = run("tile.rows=16", "tile.columns=16", "tile.inputBuffer=24 B");
    RunResult wide = run("tile.rows=16", "tile.columns=16");
    assertThat(narrow.metrics().number("stalls.bufferFull")).isGreaterThan(0.0);
    assertThat(narrow.metrics().number("time.simulatedSeconds"))
        .isGreaterThan(wide.metrics().number("time.simulatedSeconds"));
  }

  @Test
  void aBufferTooSmallForAnUpdateIsRefused() {
    assertThatThrownBy(
            () -> TestCases.chip("tile.rows=16", "tile.columns=16", "tile.inputBuffer=23 B"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("an input and a gradient of the whole tile, 24 bytes")
        .hasMessageContaining("Maybe 24 B is meant.");
  }
}
