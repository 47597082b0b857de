package org.rpusim.workload.system;

import org.rpusim.chip.machine.Account.Kind;

/** Components of a chip that stand in one row of a cluster's table: their means. */
enum ChipRow {
  ARRAYS("arrays", Kind.ARRAY),
  CONVERTERS("converters", Kind.CONVERTERS),
  MANAGEMENT("management", Kind.MANAGEMENT),
  LINKS("links", Kind.LINK),
  DIGITAL_UNITS("digitalUnits", Kind.DIGITAL_UNIT),
  INTERCONNECT("interconnect", Kind.INTERCONNECT),
  MEMORY("memory", Kind.MEMORY);

  private final String key;
  private final Kind kind;

  ChipRow(String key, Kind kind) {
    this.key = key;
    this.kind = kind;
  }

  /** Name in metrics and tables. */
  String key() {
    return key;
  }

  /** The kind of component. */
  Kind kind() {
    return kind;
  }
}
