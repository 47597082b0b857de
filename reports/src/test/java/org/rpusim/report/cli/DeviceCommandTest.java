package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.DevicePresets;
import org.rpusim.chip.spec.DeviceSpec;
import org.rpusim.report.cli.FakeBackend.Behaviour;

final class DeviceCommandTest {
  @TempDir Path base = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    FakeBackend backend = new FakeBackend(Behaviour.FAIL, false);
    return new Cli(new PrintWriter(out), new PrintWriter(err), backend).execute(arguments);
  }

  @Test
  void aDeviceIsDrawnAndItsStatesAreCounted() throws IOException {
    Path folder = base.resolve("charts");
    String[] plain = {
      "device",
      "rpu-baseline",
      "--out",
      folder.toString(),
      "--set",
      "device.dwMin=0.01",
      "device.weightBoundDeviceToDevice=0",
      "device.dwMinDeviceToDevice=0",
      "device.upDownDeviceToDevice=0",
      "device.dwMinCycleToCycle=0"
    };
    assertThat(run(plain)).isZero();
    assertThat(out.toString())
        .startsWith("rpu-baseline (constant-step), 50 devices, seed 1\n")
        .contains(
            "states", "120 ", "-0.6 to 0.6", "after 150 up", "charts and traces.csv in " + folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "step-response.png",
              "step-response.svg",
              "asymmetry.png",
              "asymmetry.svg",
              "spread.png",
              "spread.svg",
              "traces.csv");
    }
    assertThat(Files.readString(folder.resolve("spread.svg")))
        .contains("Spread of 50 sampled devices");
  }

  /** The curves of hundreds of devices took minutes to draw, and those of thousands all memory. */
  @Test
  void ofManyDevicesSomeAreDrawnAndAllAreMeasured() throws IOException {
    Path folder = base.resolve("charts");
    assertThat(run("device", "ideal", "--devices", "3000", "--pulses", "9", "--out", "" + folder))
        .isZero();
    assertThat(out.toString()).contains("3000 devices");
    assertThat(Files.readString(folder.resolve("spread.svg")))
        .contains("Spread of 50 of 3,000 sampled devices");
  }

  /**
   * 50 devices with 240 steps of spread 0.3 a direction: the mean step has a standard error of 0.2
   * % and the spread one of 0.5 %, so that the bounds below are seven and six of them.
   */
  @Test
  void aMeasuredDeviceReadsTheTraces() {
    Path folder = base.resolve("charts");
    String[] known = {
      "device",
      "rpu-baseline",
      "--out",
      folder.toString(),
      "--pulses",
      "400",
      "--set",
      "device.dwMin=0.005",
      "device.weightBoundDeviceToDevice=0",
      "device.dwMinDeviceToDevice=0",
      "device.upDownDeviceToDevice=0"
    };
    assertThat(run(known)).isZero();
    Path traces = folder.resolve("traces.csv");
    Overrides table = Overrides.parse(List.of("device.kind=measured", "device.table=" + traces));
    DeviceSpec fitted = DevicePresets.load("rpu-baseline", table).spec();
    assertThat(fitted.dwMin()).isCloseTo(0.005, withinPercentage(1.4));
    assertThat(fitted.dwMinCycleToCycle()).isCloseTo(0.3, withinPercentage(3));
    assertThat(fitted.dwMinDeviceToDevice()).isLessThan(0.03);
  }

  @Test
  void theSameDevicesGiveTheSameBytes() throws IOException {
    byte[][] pictures = new byte[2][];
    for (int i = 0; i < 2; i++) {
      Path folder = base.resolve("charts" + i);
      assertThat(run("device", "soft-bounds", "--pulses", "50", "--out", folder.toString()))
          .isZero();
      pictures[i] = Files.readAllBytes(folder.resolve("spread.png"));
    }
    assertThat(pictures[0]).isEqualTo(pictures[1]);
  }

  @Test
  void aKindAloneAndADeviceWithoutBoundsCanBeDrawn() {
    Path folder = base.resolve("charts");
    assertThat(run("device", "ideal", "--devices", "2", "--out", folder.toString())).isZero();
    assertThat(out.toString()).contains("no bounds", "after 1000 up");
    assertThat(run("device", "constant-step", "--pulses", "3", "--out", folder.toString()))
        .isZero();
    assertThat(out.toString()).contains("constant-step (constant-step), 50 devices");
  }

  @Test
  void wrongRequestsAreAnsweredInASentence() {
    assertThat(run("device", "floating-point")).isEqualTo(2);
    assertThat(run("device", "soft-bound")).isEqualTo(2);
    assertThat(run("device", "ideal", "--devices", "0")).isEqualTo(2);
    assertThat(err.toString())
        .contains("floating-point is exact arithmetic", "Maybe soft-bounds is meant.")
        .contains("--devices is 0, but must be a whole number from 1 to 32767.");
  }
}
