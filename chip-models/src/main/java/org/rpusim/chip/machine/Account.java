package org.rpusim.chip.machine;

import java.util.function.LongSupplier;
import org.rpusim.core.server.TimeLedger;

/**
 * A component as the accounts see it.
 *
 * @param name unique, for example {@code tile3.array}
 * @param kind what it is
 * @param ledger account of its time
 * @param actions pieces of work done since the start
 */
public record Account(String name, Kind kind, TimeLedger ledger, LongSupplier actions) {

  /** Kinds of components. */
  public enum Kind {
    /** Array with drivers, integrators and pulse generators. */
    ARRAY("array"),
    /** Analog-digital converters of a tile. */
    CONVERTERS("converters"),
    /** Noise and bound management unit of a tile. */
    MANAGEMENT("management"),
    /** Link between a tile and its digital unit. */
    LINK("link"),
    /** Digital unit. */
    DIGITAL_UNIT("digitalUnit"),
    /** Part of the interconnect. */
    INTERCONNECT("interconnect"),
    /** Memory. */
    MEMORY("memory");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** Name in metrics and tables. */
    public String key() {
      return key;
    }
  }
}
