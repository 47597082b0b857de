package org.rpusim.workload.training;

import org.rpusim.chip.math.Kernels;
import org.rpusim.workload.data.DataSet;

/** The order in which samples of a data set come to the chip. */
final class Feed {
  private final byte[] values;
  private final byte[] labels;
  private final int width;
  private final float scale;
  private int[] order;

  private Feed(byte[] values, byte[] labels, int width, float scale) {
    this.values = values;
    this.labels = labels;
    this.width = width;
    this.order = new int[0];
    this.scale = scale;
  }

  static Feed training(DataSet data) {
    return new Feed(data.trainingInputs(), data.trainingLabels(), data.inputs(), data.scale());
  }

  static Feed test(DataSet data) {
    return new Feed(data.testInputs(), data.testLabels(), data.inputs(), data.scale());
  }

  /** From now on sample n is number order[n] of the set; an empty order is the set's own. */
  void setOrder(int[] newOrder) {
    order = newOrder;
  }

  /** Writes the inputs of a sample and gives its label. */
  int load(int position, float[] inputs, Kernels kernels) {
    int sample = order.length == 0 ? position : order[position];
    kernels.scaleBytes(values, sample * width, width, scale, inputs);
    return labels[sample] & 0xFF;
  }
}
