package org.rpusim.workload.data;

import org.rpusim.chip.config.ConfigException;
import org.rpusim.workload.data.IdxReader.Images;

/** The four files of MNIST and sets of its format, and how they become a data set. */
final class MnistFiles {
  static final String TRAINING_IMAGES = "train-images-idx3-ubyte";
  static final String TRAINING_LABELS = "train-labels-idx1-ubyte";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  static final int CLASSES = 10;
  private static final float SCALE = 1f / 255;

  private MnistFiles() {}

  /**
   * Puts the parts together.
   *
   * @param place what the files are in, for messages
   * @throws ConfigException if counts or sizes disagree, or a label is above 9
   */
  static DataSet dataSet(
      String name,
      String place,
      Images training,
      byte[] trainingLabels,
      Images test,
      byte[] testLabels) {
    agree(place, TRAINING_IMAGES, training, trainingLabels);
    agree(place, TEST_IMAGES, test, testLabels);
    if (training.height() != test.height() || training.width() != test.width()) {
      throw new ConfigException(
          place
              + " has training images of "
              + size(training)
              + " and test images of "
              + size(test)
              + "; they must be equal.",
          "Maybe the files are of different sets.");
    }
    return new DataSet(
        name,
        training.height() * training.width(),
        CLASSES,
        training.pixels(),
        trainingLabels,
        test.pixels(),
        testLabels,
        SCALE);
  }

  private static void agree(String place, String file, Images images, byte[] labels) {
    if (images.count() != labels.length || images.count() == 0) {
      throw new ConfigException(
          place
              + " has "
              + images.count()
              + " images in "
              + file
              + " and "
              + labels.length
              + " labels for them; there must be as many, and at least one.",
          "Maybe the files are of different sets.");
    }
    for (int i = 0; i < labels.length; i++) {
      int label = Byte.toUnsignedInt(labels[i]);
      if (label >= CLASSES) {
        throw new ConfigException(
            place
                + " has the label "
                + label
                + " for image "
                + i
                + " of "
                + file
                + "; labels are 0 to "
                + (CLASSES - 1)
                + ".",
            "Maybe the file is damaged.");
      }
    }
  }

  private static String size(Images images) {
    return images.height() + " x " + images.width();
  }
}
