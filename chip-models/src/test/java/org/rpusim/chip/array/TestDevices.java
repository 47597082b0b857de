package org.rpusim.chip.array;

import com.google.common.collect.ImmutableSet;
import org.rpusim.chip.config.YamlReader;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/** Devices for tests, as a file would describe them. */
final class TestDevices {
  private TestDevices() {}

  /** A device without spreads of any kind, but for what the lines say; no read noise. */
  static DeviceSpec plain(String kind, String... lines) {
    return of(
        kind,
        "dwMinDeviceToDevice: 0\n  dwMinCycleToCycle: 0\n  upDownDeviceToDevice: 0\n"
            + "  weightBoundDeviceToDevice: 0\n  readNoise: 0",
        lines);
  }

  /** A device of the RPU baseline's spreads, but for what the lines say. */
  static DeviceSpec spread(String kind, String... lines) {
    return of(kind, "dwMin: 0.001", lines);
  }

  /** A key that the lines have too is left out of the first ones. */
  private static DeviceSpec of(String kind, String standard, String... lines) {
    StringBuilder text = new StringBuilder("device:\n  kind: " + kind + "\n");
    for (String key : standard.lines().toList()) {
      String name = key.strip().substring(0, key.strip().indexOf(':') + 1);
      if (java.util.Arrays.stream(lines).noneMatch(line -> line.startsWith(name))) {
        text.append("  ").append(key.strip()).append('\n');
      }
    }
    for (String line : lines) {
      text.append("  ").append(line).append('\n');
    }
    return DeviceReader.readFile(YamlReader.read("test", text.toString()), ImmutableSet.of())
        .spec();
  }
}
