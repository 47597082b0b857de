package org.rpusim.chip.spec;

/**
 * Input converters: they turn a number in [−1, 1] into the width of a read pulse.
 *
 * @param bits resolution; steps of 2/(2^bits − 2) over [−1, 1]; 0 is written {@code off} and means
 *     unlimited resolution
 */
public record DacSpec(int bits) {}
