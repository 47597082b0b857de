package org.rpusim.chip.spec;

/**
 * The resistive device at a cross-point. Relative spreads are standard deviations as fractions of
 * the mean (0.3 is 30 %).
 *
 * @param kind name of a registered {@link DeviceKind}
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
 * @param defects what else is wrong with devices
 * @param parameters what this kind knows beyond that
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
    double readVolts,
    DeviceDefects defects,
    DeviceParameters parameters) {

  /** A device without defects, of a kind without parameters of its own. */
  public DeviceSpec(
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
      double readVolts) {
    this(
        kind,
        dwMin,
        dwMinDeviceToDevice,
        dwMinCycleToCycle,
        upDownRatio,
        upDownDeviceToDevice,
        weightBound,
        weightBoundDeviceToDevice,
        readNoise,
        meanResistanceOhms,
        readVolts,
        DeviceDefects.NONE,
        DeviceParameters.NONE);
  }

  /** This device with other defects and parameters. */
  public DeviceSpec with(DeviceDefects otherDefects, DeviceParameters otherParameters) {
    return new DeviceSpec(
        kind,
        dwMin,
        dwMinDeviceToDevice,
        dwMinCycleToCycle,
        upDownRatio,
        upDownDeviceToDevice,
        weightBound,
        weightBoundDeviceToDevice,
        readNoise,
        meanResistanceOhms,
        readVolts,
        otherDefects,
        otherParameters);
  }

  /**
   * The parameters of a kind.
   *
   * @throws IllegalArgumentException if they are of another kind
   */
  public <T extends DeviceParameters> T parameters(Class<T> type) {
    if (!type.isInstance(parameters)) {
      throw new IllegalArgumentException(
          "The device " + kind + " has no " + type.getSimpleName() + ", but " + parameters + ".");
    }
    return type.cast(parameters);
  }
}
