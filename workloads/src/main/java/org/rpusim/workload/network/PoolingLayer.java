package org.rpusim.workload.network;

/**
 * The largest number or the mean of each window, channel by channel. Padding is never the largest;
 * means are not padded.
 *
 * @param largest whether the largest number is taken, else the mean
 */
public record PoolingLayer(String name, int source, Volume input, Window window, boolean largest)
    implements Layer {

  @Override
  public Volume output() {
    return window.over(input, input.channels());
  }

  @Override
  public Activation activation() {
    return Activation.NONE;
  }
}
