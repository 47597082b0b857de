package org.rpusim.workload.network;

/**
 * The square window that a convolution or a pooling moves over its input.
 *
 * @param kernel side of the window, 1 or more
 * @param stride step from one position to the next, 1 or more
 * @param padding zeros around each channel, less than the kernel
 */
public record Window(int kernel, int stride, int padding) {

  /** Positions along a side of this length; 0 or less if the window does not fit. */
  public int positions(int side) {
    int room = side + 2 * padding - kernel;
    return room < 0 ? 0 : room / stride + 1;
  }

  /** Numbers in a window of one channel. */
  public int area() {
    return kernel * kernel;
  }

  /** What comes out of an input of this shape. */
  public Volume over(Volume input, int channels) {
    return new Volume(channels, positions(input.height()), positions(input.width()));
  }
}
