package org.rpusim.workload.data;

import java.util.Locale;

/**
 * What is known of a data set without reading it.
 *
 * @param training samples to train
 * @param test samples to test
 * @param side pixels of an image's height and of its width
 * @param source who made it, and where it comes from
 * @param licence under which it is given
 * @param place where it is kept, and whether it is there
 */
public record DataSetFacts(
    int training, int test, int side, int classes, String source, String licence, String place) {

  /** How many samples there are. */
  public String samples() {
    return String.format(Locale.ROOT, "%,d to train, %,d to test", training, test);
  }

  /** What a workload says of its samples. */
  public String inputs() {
    String size = side + " x " + side;
    return size + " pixels: workload.inputs is " + side * side + " or 1 x " + size;
  }
}
