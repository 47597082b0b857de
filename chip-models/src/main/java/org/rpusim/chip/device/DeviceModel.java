package org.rpusim.chip.device;

import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;
import org.rpusim.core.state.Stateful;

/**
 * The devices of one array: the weights they hold and how these change. A pulsed device is read
 * through converters; the floating-point one is exact arithmetic that stands in for a device.
 *
 * <p>Its state is the weights; a device that remembers more overrides {@link #saveState} and {@link
 * #loadState}. What is drawn from the seed is no state.
 */
public sealed interface DeviceModel extends Stateful permits PulsedDevice, FloatingPointDevice {
  /** The weights. */
  CrossPoints crossPoints();

  /** Writes a weight, clipped to what the device can hold. */
  void write(int row, int column, float weight);

  @Override
  default void saveState(StateWriter out) {
    CrossPoints weights = crossPoints();
    out.put(weights.rows()).put(weights.columns());
    for (int row = 0; row < weights.rows(); row++) {
      for (int column = 0; column < weights.columns(); column++) {
        out.put(weights.get(row, column));
      }
    }
  }

  @Override
  default void loadState(StateReader in) {
    CrossPoints weights = crossPoints();
    in.requireCount(weights.rows());
    in.requireCount(weights.columns());
    for (int row = 0; row < weights.rows(); row++) {
      for (int column = 0; column < weights.columns(); column++) {
        weights.set(row, column, in.floatNumber());
      }
    }
  }
}
