package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;
import static org.rpusim.chip.config.Measure.RESISTANCE;
import static org.rpusim.chip.config.Measure.VOLTAGE;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.name;
import static org.rpusim.chip.config.ValueTypes.number;
import static org.rpusim.chip.config.ValueTypes.positive;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;

/** Reads {@code device}. */
public final class DeviceReader {
  /** Keys whose defaults {@link #fitted} takes from measurements. */
  public static final ImmutableSet<String> FITTED =
      ImmutableSet.of(
          "dwMin",
          "dwMinDeviceToDevice",
          "dwMinCycleToCycle",
          "upDownRatio",
          "upDownDeviceToDevice",
          "weightBoundDeviceToDevice");

  private static final ValueType<WrongSign> WRONG_SIGN = choice(WrongSign.class);
  private static final ValueType<Double> SPREAD = number(Range.closed(0.0, 100.0));

  /** Weight units; beyond, single precision has no room for products and quotients. */
  private static final ValueType<Double> SIZE = number(Range.closed(1e-9, 1e9));

  private static final ValueType<Double> RATIO = number(Range.closed(1e-6, 1e6));
  private static final ValueType<Double> NOISE = number(Range.closed(0.0, 1e9));
  private static final ValueType<Double> SHARE = number(Range.closed(0.0, 1.0));
  private static final String MEAN_RESISTANCE = "mean device resistance";

  private DeviceReader() {}

  /**
   * Reads a file that holds a device alone.
   *
   * @param file with the top-level key {@code device}, its preset already laid under
   */
  public static Configured<DeviceSpec> readFile(Node.Mapping file, ImmutableSet<String> ignored) {
    return Section.read(file, ignored, root -> read(root.section("device")));
  }

  static DeviceSpec read(Section s) {
    String kind =
        s.read("kind", name(DeviceKinds.names()), "constant-step", RESTATED, "device model");
    return DeviceKinds.of(kind).read(s);
  }

  /** Reads the keys that all kinds have, and no defects. */
  public static DeviceSpec common(String kind, Section s, DeviceParameters own) {
    return common(kind, s, DeviceDefects.NONE, own);
  }

  /** Reads the keys that all kinds have. */
  public static DeviceSpec common(
      String kind, Section s, DeviceDefects defects, DeviceParameters own) {
    return new DeviceSpec(
        kind,
        s.read("dwMin", SIZE, "0.001", RESTATED, "mean weight change of one coincidence"),
        s.read("dwMinDeviceToDevice", SPREAD, "0.3", RESTATED, "spread of dwMin between devices"),
        s.read("dwMinCycleToCycle", SPREAD, "0.3", RESTATED, "spread of dwMin between pulses"),
        s.read("upDownRatio", RATIO, "1", RESTATED, "mean ratio of up step to down step"),
        s.read("upDownDeviceToDevice", SPREAD, "0.02", RESTATED, "spread of that ratio"),
        s.read("weightBound", SIZE, "0.6", RESTATED, "mean magnitude of largest weights"),
        s.read("weightBoundDeviceToDevice", SPREAD, "0.3", RESTATED, "spread of each bound"),
        s.read("readNoise", NOISE, "0.06", RESTATED, "noise of an output, weight units"),
        s.read("meanResistance", positive(RESISTANCE), "24 MOhm", UNCONFIRMED, MEAN_RESISTANCE),
        s.read("readVoltage", positive(VOLTAGE), "1 V", UNCONFIRMED, "read voltage"),
        defects,
        own);
  }

  /**
   * Reads the common keys of a device whose steps were fitted to measurements: their defaults are
   * what the fit gave.
   *
   * @param fitted steps and spreads, in units of the weight bound; its other values are not looked
   *     at
   */
  public static DeviceSpec fitted(
      DeviceSpec fitted, Section s, DeviceDefects defects, DeviceParameters own) {
    double bound =
        s.read("weightBound", SIZE, "0.6", RESTATED, "mean magnitude of largest weights");
    double dwMin = fitted.dwMin() * bound;
    return new DeviceSpec(
        fitted.kind(),
        auto(s, "dwMin", SIZE, "mean weight change of one coincidence", dwMin),
        auto(s, "dwMinDeviceToDevice", SPREAD, "its spread", fitted.dwMinDeviceToDevice()),
        auto(s, "dwMinCycleToCycle", SPREAD, "spread between pulses", fitted.dwMinCycleToCycle()),
        auto(s, "upDownRatio", RATIO, "mean up to down step", fitted.upDownRatio()),
        auto(s, "upDownDeviceToDevice", SPREAD, "its spread", fitted.upDownDeviceToDevice()),
        bound,
        auto(
            s,
            "weightBoundDeviceToDevice",
            SPREAD,
            "spread of each bound",
            fitted.weightBoundDeviceToDevice()),
        s.read("readNoise", NOISE, "0.06", RESTATED, "noise of an output, weight units"),
        s.read("meanResistance", positive(RESISTANCE), "24 MOhm", UNCONFIRMED, MEAN_RESISTANCE),
        s.read("readVoltage", positive(VOLTAGE), "1 V", UNCONFIRMED, "read voltage"),
        defects,
        own);
  }

  private static double auto(
      Section s, String name, ValueType<Double> type, String meaning, double value) {
    return s.readOrAuto(name, type, "fitted to the table", meaning, () -> value);
  }

  /** Reads what else is wrong with devices, for kinds that step. */
  public static DeviceDefects defects(Section s) {
    double dead = s.read("dead", SHARE, "0", ASSUMPTION, "share of devices that hold 0 always");
    double stuck =
        s.read("stuck", SHARE, "0", ASSUMPTION, "share stuck at a weight between its bounds");
    if (dead + stuck > 1) {
      throw s.bad(
          "stuck",
          "must leave dead and stuck devices together at most all",
          "Maybe "
              + Math.floor(1e6 * (1 - dead)) / 1e6
              + " is meant, as device.dead is "
              + dead
              + ".");
    }
    return new DeviceDefects(
        dead,
        stuck,
        s.read("halfSelect", SHARE, "0", UNCONFIRMED, "k, step at half the voltage to a step"),
        s.read("decayPerUpdate", SHARE, "0", ASSUMPTION, "share of a weight lost an update"),
        s.read(
            "diffusionPerUpdate", NOISE, "0", ASSUMPTION, "random change an update, weight units"),
        s.read("readOffset", NOISE, "0", ASSUMPTION, "spread of the lines' offsets, weight units"),
        s.read(
            "wrongSign",
            WRONG_SIGN,
            "magnitude",
            ASSUMPTION,
            "steps drawn the wrong way; or kept"));
  }
}
