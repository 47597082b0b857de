package org.rpusim.workload.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.DataSetSizes;
import org.rpusim.workload.spec.TrainingSpec;

final class DataSetsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theEmbeddedDigitsAreWholeAndSplitForGood() {
    DataSet digits = DataSets.load(training("mlp-digits"), null, notice -> {});
    assertThat(digits.trainingCount()).isEqualTo(1438);
    assertThat(digits.testCount()).isEqualTo(359);
    assertThat(digits.inputs()).isEqualTo(64);
    assertThat(digits.scale()).isEqualTo(0.0625f);
    // The file begins with the digits 0 to 9; every fifth is a test sample.
    assertThat(digits.trainingLabels()).startsWith(0, 1, 2, 3, 5, 6, 7, 8);
    assertThat(digits.testLabels()).startsWith(4, 9);
    int[] counts = new int[10];
    for (byte label : digits.trainingLabels()) {
      counts[label]++;
    }
    assertThat(counts).doesNotContain(0);
    int most = 0;
    for (byte value : digits.trainingInputs()) {
      assertThat(value).isNotNegative();
      most = Math.max(most, value);
    }
    assertThat(most).isEqualTo(16);
  }

  @Test
  void aFolderStandsInForASetPlainOrGzipped() throws IOException {
    IdxFiles.writeSet(folder, 20, 10);
    DataSet data = DataSets.load(training("mlp-mnist"), folder, notice -> {});
    assertThat(data.trainingCount()).isEqualTo(20);
    assertThat(data.testCount()).isEqualTo(10);
    assertThat(data.inputs()).isEqualTo(784);
    assertThat(data.scale()).isEqualTo(1f / 255);
  }

  @Test
  void imagesThatDoNotFitTheNetworkAreRefused() throws IOException {
    IdxFiles.writeSet(folder, 20, 10);
    refused(
        folder,
        "--set workload.inputs is 100, but the samples of --data "
            + folder
            + " have 784 numbers (28 x 28).\n"
            + "Maybe workload.inputs=784 is meant, or other data.",
        "workload.inputs=100");
    refused(
        folder,
        "--set workload.layers[2].units is 5, but --data "
            + folder
            + " has 10 classes, each of which needs a unit of the last layer.\n"
            + "Maybe its units should be 10.",
        "workload.layers[2].units=5");
    refused(
        folder,
        "--set workload.samples is 21, but --data "
            + folder
            + " has 20 training samples.\n"
            + "Maybe 20 is meant: all there are.",
        "workload.samples=21");
  }

  @Test
  void theLineOfAFileThatDataDoNotFitIsTold() throws IOException {
    Path file = folder.resolve("net.yaml");
    Files.writeString(
        file,
        """
        workload:
          kind: training
          data: digits
          samples: 2000
          inputs: 1 x 10 x 10
          layers: [{units: 10, activation: softmax}]
        """);
    assertThatThrownBy(() -> DataSets.load(training(file.toString()), null, notice -> {}))
        .hasMessage(
            file
                + ":5: workload.inputs is 1 x 10 x 10, but the samples of the data set digits have"
                + " 64 numbers (8 x 8).\n"
                + "Maybe \"workload.inputs=1 x 8 x 8\" is meant, or other data.");
    TrainingSpec fits = training(file.toString(), "workload.inputs=64");
    assertThatThrownBy(() -> DataSets.load(fits, null, notice -> {}))
        .hasMessage(
            file
                + ":4: workload.samples is 2000, but the data set digits has 1438 training"
                + " samples.\n"
                + "Maybe 1438 is meant: all there are.");
  }

  @Test
  void aFolderIsNotToldAsTheSetItStandsInFor() throws IOException {
    IdxFiles.writeSet(folder, 20, 10);
    assertThatThrownBy(() -> DataSets.load(training("mlp-digits"), folder, notice -> {}))
        .hasMessageMatching(
            "preset mlp-digits:\\d+: workload.inputs is 64, but the samples of --data .* have 784"
                + " numbers \\(28 x 28\\)\\.\nMaybe .*");
  }

  @Test
  void aWrongFolderIsRefusedAndNeverReplaced() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    refused(
        nowhere, "--data " + nowhere + " is no folder.\nMaybe the path or its case is misspelt.");
    refused(
        folder,
        "--data "
            + folder
            + " holds neither train-images-idx3-ubyte nor"
            + " train-images-idx3-ubyte.gz.\n"
            + "Maybe another folder is meant: it holds the four IDX files of MNIST.");
  }

  /** Not where tests run as a user who may read everything. */
  @Test
  void aFolderThatMayNotBeLookedIntoIsToldAsSuch() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeTrue(closed.toFile().setExecutable(false) && !Files.isExecutable(closed));
    refused(
        closed,
        "--data "
            + closed
            + " may not be looked into: permission denied.\n"
            + "Maybe the permissions of the folder are to be changed.");
  }

  @Test
  void countsThatDisagreeAreRefused() throws IOException {
    IdxFiles.writeSet(folder, 20, 10);
    Files.write(folder.resolve(MnistFiles.TRAINING_LABELS), IdxFiles.labels(19));
    refused(
        folder,
        folder
            + " has 20 images in train-images-idx3-ubyte and 19 labels for them; there must be"
            + " as many, and at least one.\nMaybe the files are of different sets.");
  }

  @Test
  void labelsAboveNineAreRefused() throws IOException {
    IdxFiles.writeSet(folder, 2, 10);
    byte[] labels = IdxFiles.labels(2);
    labels[labels.length - 1] = (byte) 200;
    Files.write(folder.resolve(MnistFiles.TRAINING_LABELS), labels);
    refused(
        folder,
        folder
            + " has the label 200 for image 1 of train-images-idx3-ubyte; labels are 0 to 9.\n"
            + "Maybe the file is damaged.");
  }

  @Test
  void imagesOfTwoSizesAreRefused() throws IOException {
    IdxFiles.writeSet(folder, 2, 10);
    Files.write(folder.resolve(MnistFiles.TRAINING_IMAGES), IdxFiles.images(2, 8, 8));
    refused(
        folder,
        folder
            + " has training images of 8 x 8 and test images of 28 x 28; they must be equal.\n"
            + "Maybe the files are of different sets.");
  }

  @Test
  void everySetHasALine() {
    assertThat(DataSets.names()).allMatch(name -> !DataSets.description(name).isBlank());
  }

  @Test
  void workloadFilesKnowEverySetAndItsSize() {
    assertThat(DataSets.names()).containsExactlyElementsOf(DataSetSizes.TRAINING_SAMPLES.keySet());
    assertThat(DataSetSizes.TRAINING_SAMPLES)
        .containsEntry(DataSets.EMBEDDED, DataSets.EMBEDDED_SAMPLES);
  }

  private static void refused(Path data, String message, String... sets) {
    assertThatThrownBy(() -> DataSets.load(training("mlp-mnist", sets), data, notice -> {}))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  private static TrainingSpec training(String name, String... sets) {
    return (TrainingSpec) WorkloadPresets.load(name, Overrides.parse(List.of(sets))).spec();
  }
}
