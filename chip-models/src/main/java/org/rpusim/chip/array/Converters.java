package org.rpusim.chip.array;

import org.rpusim.chip.math.Kernels;

/**
 * The numbers of the periphery of one read.
 *
 * @param inputLevels positive levels of the DAC; 0 for unlimited resolution
 * @param outputLevels positive levels of the ADC; 0 for unlimited resolution
 * @param outputBound magnitude at which an output saturates, weight units
 * @param readNoise standard deviation of an output's noise, weight units
 * @param kernels arithmetic
 */
record Converters(
    int inputLevels, int outputLevels, float outputBound, float readNoise, Kernels kernels) {}
