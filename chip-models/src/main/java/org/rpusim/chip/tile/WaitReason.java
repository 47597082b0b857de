package org.rpusim.chip.tile;

/** Why a component of the chip waits: what the work that it needs is held up by. */
public enum WaitReason {
  /** Another operand is not there yet, or the sample is not yet released. */
  DATA("data"),
  /** An array integrates a read. */
  TILE_BUSY("tileBusy"),
  /** Analog-digital converters are at work. */
  CONVERTER_BUSY("converterBusy"),
  /** A noise or bound management unit is at work. */
  MANAGEMENT("management"),
  /** A digital unit computes, or its queue is ahead. */
  DIGITAL_UNIT("digitalUnit"),
  /** A link between a tile and its digital unit carries words. */
  LINK("link"),
  /** The bus or network carries words. */
  INTERCONNECT("interconnect"),
  /** The memory delivers inputs. */
  MEMORY("memory"),
  /** An input or output buffer of a tile is full. */
  BUFFER_FULL("bufferFull"),
  /** An array is being updated. */
  WEIGHTS_BEING_UPDATED("weightsBeingUpdated");

  /** Number of reasons. */
  public static final int COUNT = values().length;

  private final String key;

  WaitReason(String key) {
    this.key = key;
  }

  /** Position among the reasons, from 0: the number that servers and ledgers know it by. */
  @SuppressWarnings("EnumOrdinal")
  public int index() {
    return ordinal();
  }

  /** Name in metrics and tables. */
  public String key() {
    return key;
  }
}
