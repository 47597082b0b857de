package org.rpusim.workload.state;

/**
 * The weights of one layer, device by device. A weight is the mean of its devices.
 *
 * @param name of the layer
 * @param rows outputs, 1 or more
 * @param columns inputs, the constant 1 of a bias behind the others
 * @param devicesPerWeight devices of a weight, 1 or more
 * @param values {@code rows × devicesPerWeight × columns} numbers, weight units: row by row, in a
 *     row device by device, of a device column by column
 */
@SuppressWarnings("ArrayRecordComponent")
public record LayerWeights(
    String name, int rows, int columns, int devicesPerWeight, float[] values) {

  /** What one device holds. */
  public float value(int row, int device, int column) {
    return values[(row * devicesPerWeight + device) * columns + column];
  }

  /** The mean of a weight's devices. */
  public float weight(int row, int column) {
    float sum = 0f;
    for (int device = 0; device < devicesPerWeight; device++) {
      sum += value(row, device, column);
    }
    return sum / devicesPerWeight;
  }

  /** For example {@code K1 of 16 x 26}. */
  String shape() {
    return name + " of " + rows + " x " + columns;
  }
}
