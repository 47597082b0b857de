package org.rpusim.chip.device;

import static org.rpusim.chip.config.Firmness.GIVEN;
import static org.rpusim.chip.config.Section.REQUIRED;
import static org.rpusim.chip.config.ValueTypes.text;

import com.google.common.collect.ImmutableSet;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.spec.DeviceReader;
import org.rpusim.chip.spec.DeviceSpec;

/**
 * The kind {@code measured}: a {@link PiecewiseStepDevice} whose nodes, step and spreads are fitted
 * to a table of measured conductances; see {@link PulseTable} and {@link PulseTableFit}. A key that
 * is given replaces what was fitted. The fingerprint of the table is resolved with the other keys,
 * so that a resolved configuration is refused where its table has changed.
 */
public final class MeasuredDevice implements DeviceProvider {
  @Override
  public String name() {
    return "measured";
  }

  @Override
  public String description() {
    return "steps and spreads fitted to a table of conductance against pulse number";
  }

  @Override
  public DeviceSpec read(Section s) {
    String file = s.read("table", text(), REQUIRED, GIVEN, "CSV file of conductances");
    PulseTable table = new PulseTable(TableFile.find(file, s));
    String actual = table.sha256();
    String wanted =
        s.readOrAuto("tableSha256", text(), "of the file", "SHA-256 of the table", () -> actual);
    if (!wanted.equals(actual)) {
      throw s.bad(
          "tableSha256",
          "must be that of " + file + ", " + actual,
          "Maybe the table has changed since: give tableSha256 auto to take it as it is.");
    }
    PulseTableFit fit = PulseTableFit.of(table, file);
    DeviceSpec fitted =
        new DeviceSpec(
            name(),
            fit.dwMin(),
            fit.deviceToDevice(),
            fit.cycleToCycle(),
            fit.upDownRatio(),
            fit.upDownDeviceToDevice(),
            1,
            fit.boundDeviceToDevice(),
            0,
            0,
            0);
    return DeviceReader.fitted(
        fitted,
        s,
        DeviceReader.defects(s),
        new PiecewiseStepDevice.Parameters(fit.up(), fit.down()));
  }

  @Override
  public ImmutableSet<String> workedOut() {
    return DeviceReader.FITTED;
  }

  @Override
  public DeviceModel create(
      DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    return new PiecewiseStepDevice(spec, crossPoints, key, kernels);
  }
}
