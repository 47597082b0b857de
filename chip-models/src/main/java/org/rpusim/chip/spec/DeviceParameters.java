package org.rpusim.chip.spec;

/** What one kind of device knows beyond what all have; a record of that kind's own. */
public interface DeviceParameters {
  /** Of a kind that has no keys of its own. */
  DeviceParameters NONE = new None();

  /** Nothing. */
  record None() implements DeviceParameters {}
}
