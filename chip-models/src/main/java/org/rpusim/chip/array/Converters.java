package org.rpusim.chip.array;

import org.rpusim.chip.math.Kernels;

/**
 * The numbers of the periphery of one read.
 *
 * @param inputLevels positive levels of the DAC; 0 for unlimited resolution
 * @param stochasticInputs whether the DAC rounds stochastically
 * @param outputLevels positive levels of the ADC; 0 for unlimited resolution
 * @param stochasticOutputs whether the ADC rounds stochastically
 * @param outputBound magnitude at which an output saturates, weight units
 * @param readNoise standard deviation of an output's noise, weight units
 * @param kernels arithmetic
 */
record Converters(
    int inputLevels,
    boolean stochasticInputs,
    int outputLevels,
    boolean stochasticOutputs,
    float outputBound,
    float readNoise,
    Kernels kernels) {}
