package org.rpusim.workload.spec;

/**
 * Activity that a timing-only run expects where a training has numbers. Means need not be whole:
 * what cycles do is whole, and their running sum is the mean times their number, rounded down.
 *
 * @param inputActivity share of the read time that the inputs of a forward read are on, 0 to 1
 * @param gradientActivity the same of a backward read
 * @param retries bound-management retries of a read, of those directions that have it; each halves
 *     the activity of the first attempt
 * @param trainSlots pulse slots of an update; 0 is written {@code auto}, the chip's bit length
 * @param rowPulses pulses on a used row line in a slot, 0 to 2
 * @param columnPulses pulses on a used column line in a slot, 0 to 2
 */
public record ExpectedSpec(
    double inputActivity,
    double gradientActivity,
    double retries,
    double trainSlots,
    double rowPulses,
    double columnPulses) {}
