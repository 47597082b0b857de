package org.rpusim.chip.spec;

import static org.rpusim.chip.config.Firmness.ASSUMPTION;
import static org.rpusim.chip.config.Firmness.RESTATED;
import static org.rpusim.chip.config.Firmness.STATED;
import static org.rpusim.chip.config.Measure.ENERGY;
import static org.rpusim.chip.config.Measure.RATE;
import static org.rpusim.chip.config.ValueTypes.choice;
import static org.rpusim.chip.config.ValueTypes.integer;
import static org.rpusim.chip.config.ValueTypes.number;
import static org.rpusim.chip.config.ValueTypes.positive;
import static org.rpusim.chip.config.ValueTypes.timePs;
import static org.rpusim.chip.config.ValueTypes.zeroOrMore;

import com.google.common.collect.Range;
import org.rpusim.chip.config.Section;
import org.rpusim.chip.config.ValueType;
import org.rpusim.chip.spec.ManagementSpec.BoundManagement;
import org.rpusim.chip.spec.ManagementSpec.NoiseManagement;

/** Reads {@code management}. */
final class ManagementReader {
  private static final ValueType<NoiseManagement> NOISE = choice(NoiseManagement.class);
  private static final ValueType<BoundManagement> BOUND = choice(BoundManagement.class);

  private static final ValueType<Double> SCALE = number(Range.closed(1e-6, 1e6));
  private static final ValueType<Double> MOMENTUM = number(Range.closedOpen(0.0, 1.0));

  private ManagementReader() {}

  static ManagementSpec read(Section s) {
    return new ManagementSpec(
        s.read("noiseForward", NOISE, "abs-max", STATED, "noise management, forward reads"),
        s.read("noiseBackward", NOISE, "abs-max", STATED, "noise management, backward reads"),
        s.read("boundForward", BOUND, "iterative", STATED, "bound management, forward reads"),
        s.read("boundBackward", BOUND, "off", RESTATED, "bound management, backward reads"),
        s.read("maxHalvings", integer(0, 30), "10", RESTATED, "most retries of one read"),
        s.read("rate", positive(RATE), "51.2 GHz", ASSUMPTION, "numbers a second, line rate"),
        s.read("latency", timePs(0), "5 ns", ASSUMPTION, "latency of a unit"),
        s.read("numberEnergy", zeroOrMore(ENERGY), "0.2 pJ", ASSUMPTION, "energy of a number"),
        s.read("constantForward", SCALE, "1", ASSUMPTION, "full scale of x for constant"),
        s.read("constantBackward", SCALE, "1", ASSUMPTION, "full scale of delta for constant"),
        s.read("averageMomentum", MOMENTUM, "0.99", ASSUMPTION, "share of the past in an average"));
  }
}
