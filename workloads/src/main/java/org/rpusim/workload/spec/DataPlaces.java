package org.rpusim.workload.spec;

import org.jspecify.annotations.Nullable;

/**
 * Where the values of a training stand that its data must fit, as messages name them: {@code
 * net.yaml:5: workload.inputs}. Two trainings of equal values are equal, wherever these were
 * written: so are all places.
 */
public final class DataPlaces {
  /** Of a training that was read from no file. */
  public static final DataPlaces NONE =
      new DataPlaces("workload.inputs", "workload.layers", "workload.samples");

  private final String inputs;
  private final String outputs;
  private final String samples;

  /**
   * Creates places.
   *
   * @param inputs of the numbers of a sample
   * @param outputs of the last layer's units
   * @param samples of the number of training samples
   */
  DataPlaces(String inputs, String outputs, String samples) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.samples = samples;
  }

  /** Where the shape of a sample stands. */
  public String inputs() {
    return inputs;
  }

  /** Where the units of the last layer stand. */
  public String outputs() {
    return outputs;
  }

  /** Where the number of training samples stands. */
  public String samples() {
    return samples;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DataPlaces;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "places";
  }
}
