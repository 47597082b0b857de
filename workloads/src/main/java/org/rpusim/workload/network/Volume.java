package org.rpusim.workload.network;

/**
 * Shape of what passes between layers: numbers are in the order of channels, then rows, then
 * columns. A vector has channels alone.
 *
 * @param channels 1 or more
 * @param height rows of a channel, 1 or more
 * @param width columns of a channel, 1 or more
 */
public record Volume(int channels, int height, int width) {

  /** A vector. */
  public static Volume vector(int numbers) {
    return new Volume(numbers, 1, 1);
  }

  /** Numbers in all. */
  public int size() {
    return Math.multiplyExact(channels, area());
  }

  /** Numbers of a channel. */
  public int area() {
    return Math.multiplyExact(height, width);
  }

  /** As workload files write it: {@code 784}, or {@code 1 x 28 x 28}. */
  @Override
  public String toString() {
    return area() == 1 ? String.valueOf(channels) : channels + " x " + height + " x " + width;
  }
}
