package org.rpusim.chip.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/** Tables of measured conductances: what is fitted to made-up ones, and what is refused. */
class PulseTableTest {
  private static final String HEADER = "trace,direction,pulse,conductance\n";
  private static final double LOW = 2e-6;
  private static final double HIGH = 10e-6;

  @TempDir Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  private static DeviceSpec device(Path table, String... lines) {
    String text =
        "device:\n  kind: measured\n  table: " + table + "\n  " + String.join("\n  ", lines) + "\n";
    return DeviceReader.readFile(YamlReader.read("test", text), ImmutableSet.of()).spec();
  }

  /** Soft bounds: a pulse covers 2 % of what is left; 400 up, then 400 down, many traces. */
  private static String softBounds(int traces, double deviceToDevice, double cycleToCycle) {
    float[] normals = new float[traces * 1024];
    Kernels.of("scalar")
        .gaussians(normals, 0, normals.length, new int[normals.length], Streams.mix64(7), 0);
    StringBuilder text = new StringBuilder(HEADER);
    for (int t = 0; t < traces; t++) {
      double gain = 0.02 * (1 + deviceToDevice * normals[t * 1024]);
      double g = LOW;
      for (int pulse = 0; pulse <= 800; pulse++) {
        boolean up = pulse <= 400;
        int number = up ? pulse : pulse - 400;
        text.append(t + (up ? ",up," : ",down,") + number + "," + g + "\n");
        if (pulse == 400) {
          text.append(t + ",down,0," + g + "\n");
        }
        double noise = 1 + cycleToCycle * normals[t * 1024 + 1 + pulse];
        g += (pulse < 400 ? HIGH - g : LOW - g) * gain * noise;
      }
    }
    return text.toString();
  }

  @Test
  void aNoiselessTableGivesItsCurveAndNoSpreads() throws IOException {
    DeviceSpec device = device(file(softBounds(3, 0, 0)));
    PiecewiseStepDevice.Parameters nodes = device.parameters(PiecewiseStepDevice.Parameters.class);
    // In units of half the range r that 400 pulses cover, the mean up step is 0.02·(2 − r)/r and
    // the mean down step 0.02.
    double range = 1 - Math.pow(0.98, 400);
    double mean = 0.6 * 0.02 / range;
    assertThat(device.dwMin()).isCloseTo(mean, Offset.offset(2e-4 * mean));
    assertThat(device.dwMinCycleToCycle()).isLessThan(1e-3);
    assertThat(device.dwMinDeviceToDevice()).isLessThan(1e-6);
    assertThat(device.weightBoundDeviceToDevice()).isLessThan(1e-6);
    for (int i = 0; i < PulseTableFit.NODES; i++) {
      double t = i / (PulseTableFit.NODES - 1.0);
      assertThat(nodes.up().get(i)).isCloseTo(2 * (1 - t), Offset.offset(5e-3));
      assertThat(nodes.down().get(i)).isCloseTo(2 * t, Offset.offset(5e-3));
    }
  }

  /**
   * 300 traces: a standard deviation is known to 1/sqrt(600), 4 %, by traces, and far better by
   * pulses; 5 of these, a false alarm of 6e-7 each. The ends of a trace depend on its gain but
   * little, as it goes nearly to its bounds.
   */
  @Test
  void spreadsOfManyTracesAreRecovered() throws IOException {
    DeviceSpec device = device(file(softBounds(300, 0.1, 0.3)));
    assertThat(device.dwMinDeviceToDevice()).isCloseTo(0.1, Offset.offset(0.02));
    assertThat(device.dwMinCycleToCycle()).isCloseTo(0.3, Offset.offset(0.01));
    assertThat(device.upDownDeviceToDevice()).isLessThan(0.03);
  }

  /** Most pulses of many published traces lie there; they once pulled the steps towards 0. */
  @Test
  void pulsesAgainstABoundSayNothingOfTheSteps() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int trace = 0; trace < 2; trace++) {
      int step = trace == 0 ? 80 : 120;
      int g = 2000;
      for (int pulse = 0; pulse <= 400; pulse++) {
        text.append(trace + ",up," + pulse + "," + g + "\n");
        g = Math.min(10_160, g + step);
      }
      for (int pulse = 0; pulse <= 400; pulse++) {
        text.append(trace + ",down," + pulse + "," + g + "\n");
        g = Math.max(2000, g - step);
      }
    }
    DeviceSpec device = device(file(text.toString()));
    PiecewiseStepDevice.Parameters nodes = device.parameters(PiecewiseStepDevice.Parameters.class);
    // 102 steps of 80 from bound to bound, or 68 of 120: both directions weigh a trace by its
    // pulses, (102·80 + 68·120)/170 = 96, in units of half of 8,160.
    double mean = 96 / 4080.0 * 0.6;
    assertThat(device.dwMin()).isCloseTo(mean, Offset.offset(1e-2 * mean));
    assertThat(device.dwMinDeviceToDevice())
        .isCloseTo(Math.sqrt(0.5) * 40 / 96, Offset.offset(5e-3));
    assertThat(device.dwMinCycleToCycle()).isLessThan(0.02);
    for (int i = 0; i < PulseTableFit.NODES; i++) {
      assertThat(nodes.up().get(i)).isCloseTo(1, Offset.offset(3e-2));
      assertThat(nodes.down().get(i)).isCloseTo(1, Offset.offset(3e-2));
    }
  }

  @Test
  void aKeyThatIsGivenReplacesWhatWasFitted() throws IOException {
    DeviceSpec device = device(file(softBounds(1, 0, 0)), "dwMin: 0.004", "weightBound: 0.9");
    assertThat(device.dwMin()).isEqualTo(0.004);
    assertThat(device.weightBound()).isEqualTo(0.9);
  }

  @Test
  void aTableThatHasChangedIsRefused() throws IOException {
    Path table = file(softBounds(1, 0, 0));
    assertThatThrownBy(() -> device(table, "tableSha256: abc"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("device.tableSha256 is abc")
        .hasMessageContaining("Maybe the table has changed");
  }

  @Test
  void aFileThatIsMissingIsSaid() {
    assertThatThrownBy(() -> device(folder.resolve("none.csv")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("There is no file")
        .hasMessageContaining("Maybe the path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|:1 has no column trace",
        "trace,direction,pulse\n|:1 has no column conductance",
        HEADER + "0,up,0,1e-6\n0,left,1,2e-6\n|:3 has direction \"left\"",
        HEADER + "0,up,0,1e-6\n0,up,x,2e-6\n|:3 has pulse \"x\"",
        HEADER + "0,up,0,1e-6\n\n0,up,1,NaN\n|:4 has conductance \"NaN\"",
        HEADER + "0,up,0\n|:2 has 3 columns",
        HEADER + "0,up,0,1e-6\n0,up,2,2e-6\n|:3 has pulse 2 after pulse 0",
        HEADER + "|has no line but its first",
        HEADER
            + "0,up,0,1e-6\n0,up,1,2e-6\nb,up,0,1e-6\n|has a trace, b, in which the conductance never",
        HEADER + "0,up,0,1e-6\n0,up,1,2e-6\n|has no down steps",
      })
  void aWrongTableIsRefusedWithItsLine(String textAndMessage) throws IOException {
    int bar = textAndMessage.indexOf('|');
    Path table = file(textAndMessage.substring(0, bar));
    assertThatThrownBy(() -> device(table))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(textAndMessage.substring(bar + 1))
        .hasMessageContaining("\nMaybe ");
  }

  /** The table that docs/devices.md shows. */
  @Test
  void theExampleOfThePageIsRead() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "devices.md"));
    int from = page.indexOf(HEADER);
    String example = page.substring(from, page.indexOf("```", from));
    DeviceSpec device = device(file(example));
    // Steps of 0.03 to 0.05 in a range of 0.08, whose half is a weight of 0.6.
    assertThat(device.dwMin()).isBetween(0.6 * 0.03 / 0.04, 0.6 * 0.05 / 0.04);
    assertThat(device.weightBound()).isEqualTo(0.6);
  }

  @Test
  void aFileWithoutLineEndsIsNotReadIntoMemory() throws IOException {
    Path table = file(HEADER + "1".repeat(100_000));
    assertThatThrownBy(() -> device(table)).hasMessageContaining(":2 has over 10000 characters");
  }
}
