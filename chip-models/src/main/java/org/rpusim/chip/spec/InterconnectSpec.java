package org.rpusim.chip.spec;

/**
 * What carries numbers between tiles and to memory.
 *
 * @param kind registered topology, for example {@code bus} or {@code mesh}
 * @param bytesPerSecond bandwidth of a bus, or of each transfer of an ideal interconnect, B/s
 * @param latencyPs time of a transfer besides its length over that bandwidth, ps
 * @param watts power, drawn always, W
 * @param bitJoules energy of moving one bit besides {@code watts}, wherever it goes, J
 * @param network what routers and links are like where the kind has any
 */
public record InterconnectSpec(
    String kind,
    double bytesPerSecond,
    long latencyPs,
    double watts,
    double bitJoules,
    NetworkSpec network) {}
