package org.rpusim.workload.result;

import com.google.common.collect.ImmutableMap;

/**
 * A layer with weights, however it is cut, and what its tiles did in the whole run.
 *
 * @param layer name, for example {@code K1}
 * @param rows rows of its matrix
 * @param columns columns of its matrix, a bias included
 * @param weightSharing vectors that the matrix multiplies for one sample: P2's ws
 * @param macs multiplications and additions of one forward pass: rows × columns × ws
 * @param readMicroseconds ws × read cycle time, µs: how long one forward pass keeps an array at
 *     work, whatever it waits for
 * @param tiles tiles that it is cut over
 * @param energyJoules energy of its tiles but for their digital units, J
 * @param counts what its tiles counted, by name, the same names in the same order for all layers
 */
public record LayerFigures(
    String layer,
    int rows,
    int columns,
    int weightSharing,
    long macs,
    double readMicroseconds,
    int tiles,
    double energyJoules,
    ImmutableMap<String, Long> counts) {}
