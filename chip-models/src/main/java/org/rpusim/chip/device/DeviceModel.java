package org.rpusim.chip.device;

/**
 * The devices of one array: the weights they hold and how these change. A pulsed device is read
 * through converters; the floating-point one is exact arithmetic that stands in for a device.
 */
public sealed interface DeviceModel permits PulsedDevice, FloatingPointDevice {
  /** The weights. */
  CrossPoints crossPoints();

  /** Writes a weight, clipped to what the device can hold. */
  void write(int row, int column, float weight);
}
