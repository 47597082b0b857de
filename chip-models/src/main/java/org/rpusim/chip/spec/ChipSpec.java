package org.rpusim.chip.spec;

/**
 * A whole chip as its file describes it: what it is built of, never what it totals.
 *
 * @param name name of the chip, used in run folders and tables
 * @param description one sentence for {@code list}
 * @param tiles number of tiles, 1 or more
 * @param powerEnvelopeWatts power that the package can carry, W
 * @param areaEnvelopeSquareMillimetres area that the die may have, mm²
 * @param source where it was read from, for layers whose arrays differ
 */
public record ChipSpec(
    String name,
    String description,
    int tiles,
    double powerEnvelopeWatts,
    double areaEnvelopeSquareMillimetres,
    TileSpec tile,
    DeviceSpec device,
    DacSpec dac,
    AdcSpec adc,
    ManagementSpec management,
    UpdateSpec update,
    DigitalSpec digital,
    InterconnectSpec interconnect,
    MemorySpec memory,
    ChipSource source) {}
