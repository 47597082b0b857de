package org.rpusim.chip.interconnect;

import com.google.common.collect.ImmutableList;

/**
 * A vector on its way.
 *
 * @param from the place that sends it
 * @param to the places that receive it, one or more
 * @param bits its length
 */
public record Transfer(Place from, ImmutableList<Place> to, long bits) {

  /**
   * An end of a transfer.
   *
   * @param kind what stands there
   * @param index which one of its kind, from 0
   */
  public record Place(Kind kind, int index) {
    /** What can stand at an end of a transfer. */
    public enum Kind {
      /** Memory behind the interconnect. */
      MEMORY,
      /** A tile, or the digital unit of its own beside it. */
      TILE,
      /** The digital unit that all tiles share. */
      SHARED_UNIT
    }
  }
}
