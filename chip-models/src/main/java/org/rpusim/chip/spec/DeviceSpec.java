package org.rpusim.chip.spec;

/**
 * The resistive device at a cross-point. Relative spreads are standard deviations as fractions of
 * the mean (0.3 is 30 %).
 *
 * @param kind registered device model: {@code constant-step}, {@code ideal}, {@code floating-point}
 * @param dwMin mean weight change of one coincidence, weight units
 * @param dwMinDeviceToDevice spread of dwMin between devices
 * @param dwMinCycleToCycle spread of dwMin between coincidences of one device
 * @param upDownRatio mean ratio of the up step to the down step
 * @param upDownDeviceToDevice spread of that ratio between devices
 * @param weightBound mean magnitude of the largest and smallest weight, weight units
 * @param weightBoundDeviceToDevice spread of each bound between devices, drawn apart
 * @param readNoise standard deviation of the noise on a read's output, in weight units for an input
 *     of full scale
 * @param meanResistanceOhms mean device resistance, Ω
 * @param readVolts read voltage, V
 */
public record DeviceSpec(
    String kind,
    double dwMin,
    double dwMinDeviceToDevice,
    double dwMinCycleToCycle,
    double upDownRatio,
    double upDownDeviceToDevice,
    double weightBound,
    double weightBoundDeviceToDevice,
    double readNoise,
    double meanResistanceOhms,
    double readVolts) {}
