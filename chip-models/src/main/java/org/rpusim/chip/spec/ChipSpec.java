package org.rpusim.chip.spec;

import com.google.common.collect.ImmutableList;

/**
 * A whole chip as its file describes it: what it is built of, never what it totals. All but {@code
 * cluster} is of one chip.
 *
 * @param name name of the chip, used in run folders and tables
 * @param description one sentence for {@code list}
 * @param tiles number of tiles of all kinds, 1 or more
 * @param powerEnvelopeWatts power that the package can carry, W
 * @param areaEnvelopeSquareMillimetres area that the die may have, mm²
 * @param tileName name of the main kind of tile
 * @param tile a tile of the main kind
 * @param otherTiles further kinds; empty on most chips
 * @param cluster how many such chips there are, and how they are joined
 * @param source where it was read from, for layers whose arrays differ
 */
public record ChipSpec(
    String name,
    String description,
    int tiles,
    double powerEnvelopeWatts,
    double areaEnvelopeSquareMillimetres,
    String tileName,
    TileSpec tile,
    ImmutableList<TileKind> otherTiles,
    DeviceSpec device,
    DacSpec dac,
    AdcSpec adc,
    ManagementSpec management,
    UpdateSpec update,
    DigitalSpec digital,
    InterconnectSpec interconnect,
    MemorySpec memory,
    ClusterSpec cluster,
    ChipSource source) {

  /** All kinds of tiles, the main one first. */
  public ImmutableList<TileKind> kinds() {
    int others = otherTiles.stream().mapToInt(TileKind::tiles).sum();
    return ImmutableList.<TileKind>builder()
        .add(new TileKind(tileName, tiles - others, tile, adc.linesPerConverter()))
        .addAll(otherTiles)
        .build();
  }

  /** The same with another number of tiles. */
  public ChipSpec withTiles(int number) {
    return new ChipSpec(
        name,
        description,
        number,
        powerEnvelopeWatts,
        areaEnvelopeSquareMillimetres,
        tileName,
        tile,
        otherTiles,
        device,
        dac,
        adc,
        management,
        update,
        digital,
        interconnect,
        memory,
        cluster,
        source);
  }

  /** The chip as a tile of a kind sees it: with the tiles of this kind alone. */
  public ChipSpec of(TileKind kind) {
    return new ChipSpec(
        name,
        description,
        kind.tiles(),
        powerEnvelopeWatts,
        areaEnvelopeSquareMillimetres,
        kind.name(),
        kind.tile(),
        ImmutableList.of(),
        device,
        dac,
        adc.withLinesPerConverter(kind.linesPerConverter()),
        management,
        update,
        digital,
        interconnect,
        memory,
        cluster,
        source);
  }
}
