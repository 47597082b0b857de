package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.Firmness.STATED;
import static org.rpusim.chip.config.Firmness.UNCONFIRMED;
import static org.rpusim.chip.config.Measure.VOLTAGE;
import static org.rpusim.chip.config.ValueTypes.flag;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.positive;
import static org.rpusim.chip.config.ValueTypes.timePs;

import org.rpusim.chip.config.Section;

/** Reads {@code update}. */
final class UpdateReader {
  private UpdateReader() {}

  static UpdateSpec read(Section s) {
    return new UpdateSpec(
        s.read("bitLength", integer(1, 64), "10", UNCONFIRMED, "pulse slots of a train (BL), most with UBLM"),
        s.read("pulseTime", timePs(1), "1 ns", UNCONFIRMED, "duration of a slot"),
        s.read("phases", integer(1, 2), "2", UNCONFIRMED, "trains of an update, up and down"),
        s.read("pulseVoltage", positive(VOLTAGE), "1 V", UNCONFIRMED, "voltage at a coincidence"),
        s.read("updateManagement", flag(), "false", STATED, "probabilities balanced (UM)"),
        s.read("lengthManagement", flag(), "false", RESTATED, "shortest train needed (UBLM)"));
  }
}
