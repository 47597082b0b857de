package org.rpusim.chip.spec;

/**
 * What carries numbers between tiles and to memory.
 *
 * @param kind registered topology: {@code bus}
 * @param bytesPerSecond bandwidth, B/s
 * @param latencyPs time of a transfer besides its length over the bandwidth, ps
 * @param watts power, drawn always, W
 * @param bitJoules energy of moving one bit besides {@code watts}, J
 */
public record InterconnectSpec(
    String kind, double bytesPerSecond, long latencyPs, double watts, double bitJoules) {}
