package org.rpusim.workload.data;

/**
 * Labelled samples in memory.
 *
 * @param name name of the set
 * @param inputs numbers of a sample
 * @param classes number of classes; labels are 0 to classes − 1
 * @param trainingInputs {@code trainingCount × inputs} values as bytes 0..255, row by row
 * @param trainingLabels labels of the training samples
 * @param testInputs as {@code trainingInputs}
 * @param testLabels labels of the test samples
 * @param scale factor that turns a byte (unsigned) into an input in 0..1
 */
@SuppressWarnings("ArrayRecordComponent")
public record DataSet(
    String name,
    int inputs,
    int classes,
    byte[] trainingInputs,
    byte[] trainingLabels,
    byte[] testInputs,
    byte[] testLabels,
    float scale) {

  /** Number of training samples. */
  public int trainingCount() {
    return trainingLabels.length;
  }

  /** Number of test samples. */
  public int testCount() {
    return testLabels.length;
  }
}
