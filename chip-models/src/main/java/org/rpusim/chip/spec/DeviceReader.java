package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;
import static org.rpusim.chip.config.Measure.RESISTANCE;
import static org.rpusim.chip.config.Measure.VOLTAGE;
import static org.rpusim.chip.config.ValueTypes.name;
import static org.rpusim.chip.config.ValueTypes.number;
import static org.rpusim.chip.config.ValueTypes.positive;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;

/** Reads {@code device}. */
public final class DeviceReader {
  /** The device models that a file may name. */
  public static final ImmutableList<String> KINDS =
      ImmutableList.of("constant-step", "ideal", "floating-point");

  private static final ValueType<Double> SPREAD = number(Range.closed(0.0, 100.0));
  private static final ValueType<Double> ABOVE_ZERO = number(Range.greaterThan(0.0));
  private static final ValueType<Double> NOISE = number(Range.atLeast(0.0));

  private DeviceReader() {}

  /**
   * Reads a file that holds a device alone.
   *
   * @param file with the top-level key {@code device}, its preset already laid under
   */
  public static Configured<DeviceSpec> readFile(Node.Mapping file, ImmutableSet<String> ignored) {
    Section root = Section.root(file, ignored);
    DeviceSpec device = read(root.section("device"));
    return new Configured<>(device, root.finish());
  }

  static DeviceSpec read(Section s) {
    return new DeviceSpec(
        s.read("kind", name(KINDS), "constant-step", RESTATED, "device model"),
        s.read("dwMin", ABOVE_ZERO, "0.001", RESTATED, "mean weight change of one coincidence"),
        s.read("dwMinDeviceToDevice", SPREAD, "0.3", RESTATED, "spread of dwMin between devices"),
        s.read("dwMinCycleToCycle", SPREAD, "0.3", RESTATED, "spread of dwMin between pulses"),
        s.read("upDownRatio", ABOVE_ZERO, "1", RESTATED, "mean ratio of up step to down step"),
        s.read("upDownDeviceToDevice", SPREAD, "0.02", RESTATED, "spread of that ratio"),
        s.read("weightBound", ABOVE_ZERO, "0.6", RESTATED, "mean magnitude of largest weights"),
        s.read("weightBoundDeviceToDevice", SPREAD, "0.3", RESTATED, "spread of each bound"),
        s.read("readNoise", NOISE, "0.06", RESTATED, "noise of an output, weight units"),
        s.read(
            "meanResistance",
            positive(RESISTANCE),
            "24 MOhm",
            UNCONFIRMED,
            "mean device resistance"),
        s.read("readVoltage", positive(VOLTAGE), "1 V", UNCONFIRMED, "read voltage"));
  }
}
