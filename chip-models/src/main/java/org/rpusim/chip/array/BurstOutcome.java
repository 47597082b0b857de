package org.rpusim.chip.array;

import java.util.Arrays;

/**
 * What the reads of a burst did, all attempts of all its vectors, in exact integers; reused, filled
 * by the array. It also keeps what arrays need while they read.
 */
public final class BurstOutcome {
  /** Outputs that reached the bound. */
  public long saturatedOutputs;

  /** Inputs beyond the DAC's full scale. */
  public long clippedInputs;

  /** Sum over reads of {@link ReadOutcome#inputOnSteps}. */
  public long inputOnSteps;

  /** Reads beyond the first one of each vector. */
  public long totalRetries;

  /** Bound-management retries of each vector. */
  public int[] retries = new int[0];

  /** Outcome of one of the reads. */
  final ReadOutcome single = new ReadOutcome();

  float[] input = new float[0];
  float[] output = new float[0];

  /** Begins a burst of so many vectors. */
  public void start(int vectors) {
    saturatedOutputs = 0;
    clippedInputs = 0;
    inputOnSteps = 0;
    totalRetries = 0;
    if (retries.length < vectors) {
      retries = new int[vectors];
    }
    Arrays.fill(retries, 0, vectors, 0);
  }

  /** Counts one of the reads. */
  void add(ReadOutcome read) {
    saturatedOutputs += read.saturatedOutputs;
    clippedInputs += read.clippedInputs;
    inputOnSteps += read.inputOnSteps;
  }

  /** Makes room for single vectors. */
  void requireLines(int inputs, int outputs) {
    if (input.length < inputs) {
      input = new float[inputs];
    }
    if (output.length < outputs) {
      output = new float[outputs];
    }
  }
}
