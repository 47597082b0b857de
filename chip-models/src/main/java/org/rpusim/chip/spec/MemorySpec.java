package org.rpusim.chip.spec;

/**
 * Where inputs and labels come from.
 *
 * @param bytesPerSecond bandwidth, B/s
 * @param latencyPs latency of an access, ps
 * @param bitJoules energy of one bit read, J
 */
public record MemorySpec(double bytesPerSecond, long latencyPs, double bitJoules) {}
