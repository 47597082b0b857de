package org.rpusim.workload.network;

/**
 * A residual sum: activation(output of one layer + output of another).
 *
 * @param other position of the second layer, or {@link Layer#SAMPLE}
 */
public record SumLayer(String name, int source, int other, Volume input, Activation activation)
    implements Layer {

  @Override
  public Volume output() {
    return input;
  }
}
