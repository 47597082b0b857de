package org.rpusim.workload.training;

import org.rpusim.chip.spec.ChipSpec;

/** Times of a chip's components, written out from its parameters and nothing else. */
final class ClosedForm {
  private static final int VALUE_BITS = 16;

  private final ChipSpec chip;

  ClosedForm(ChipSpec chip) {
    this.chip = chip;
  }

  private static long ceilPs(long amount, double perSecond) {
    return (long) StrictMath.ceil(amount * 1e12 / perSecond - 1e-6);
  }

  /** A vector of values from the memory. */
  long memory(int values) {
    return ceilPs(VALUE_BITS * (long) values, 8 * chip.memory().bytesPerSecond())
        + chip.memory().latencyPs();
  }

  /** A vector of values over the bus. */
  long bus(int values) {
    return ceilPs(VALUE_BITS * (long) values, 8 * chip.interconnect().bytesPerSecond())
        + chip.interconnect().latencyPs();
  }

  /** Words with their scale over the link of a tile. */
  long link(int words, int bits) {
    return ceilPs((long) words * bits + VALUE_BITS, 8 * chip.tile().linkBytesPerSecond());
  }

  /** Bits over the link of a tile. */
  long linkBits(long bits) {
    return ceilPs(bits, 8 * chip.tile().linkBytesPerSecond());
  }

  /** Numbers through the management unit of a tile. */
  long manage(int numbers) {
    return ceilPs(numbers, chip.management().numbersPerSecond()) + chip.management().latencyPs();
  }

  /** Operations of a digital unit. */
  long digital(int operations) {
    return ceilPs(operations, chip.digital().operationsPerSecond());
  }

  /** One array cycle of a read with the conversion of its outputs. */
  long readCycle(int outputs) {
    int conversions = Math.min(outputs, chip.adc().linesPerConverter());
    return chip.tile().readTimePs() + ceilPs(conversions, chip.adc().conversionsPerSecond());
  }

  /** A managed read from the digital unit and back. */
  long read(int inputs, int outputs) {
    return manage(inputs)
        + link(inputs, chip.dac().bits())
        + readCycle(outputs)
        + link(outputs, chip.adc().bits())
        + manage(outputs);
  }

  /** An update cycle. */
  long update() {
    return (long) chip.update().phases() * chip.update().bitLength() * chip.update().pulsePs();
  }

  /** A sample of a network of two layers, each on one tile: its critical path. */
  long sampleOfTwoLayers(int inputs, int hidden, int outputs) {
    long forward =
        memory(inputs + 1)
            + bus(inputs)
            + read(inputs + 1, hidden)
            + digital(hidden)
            + bus(hidden)
            + read(hidden + 1, outputs);
    long loss = digital(3 * outputs) + digital(outputs);
    long backward =
        read(outputs, hidden + 1)
            + digital(2 * hidden)
            + bus(hidden)
            + link(hidden, chip.dac().bits())
            + update();
    return forward + loss + backward;
  }
}
