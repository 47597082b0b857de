package org.rpusim.workload.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.rpusim.chip.config.ConfigException;

/** A folder with the four IDX files, plain or gzipped, as {@code --data} names it. */
final class DirectorySource {
  private DirectorySource() {}

  /**
   * Reads the files.
   *
   * @param name name of the data set
   * @throws ConfigException if the folder or a file is missing or wrong
   */
  static DataSet load(String name, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ConfigException(
          "--data " + folder + " is no folder.", "Maybe the path or its case is misspelt.");
    }
    Path trainingImages = file(folder, MnistFiles.TRAINING_IMAGES);
    Path trainingLabels = file(folder, MnistFiles.TRAINING_LABELS);
    Path testImages = file(folder, MnistFiles.TEST_IMAGES);
    Path testLabels = file(folder, MnistFiles.TEST_LABELS);
    return MnistFiles.dataSet(
        name,
        folder.toString(),
        IdxReader.images(trainingImages),
        IdxReader.labels(trainingLabels),
        IdxReader.images(testImages),
        IdxReader.labels(testLabels));
  }

  private static Path file(Path folder, String name) {
    Path plain = folder.resolve(name);
    Path gzipped = folder.resolve(name + ".gz");
    boolean isPlain = isThere(folder, plain);
    if (!isPlain && !isThere(folder, gzipped)) {
      throw new ConfigException(
          "--data " + folder + " holds neither " + name + " nor " + name + ".gz.",
          "Maybe another folder is meant: it holds the four IDX files of MNIST.");
    }
    return isPlain ? plain : gzipped;
  }

  private static boolean isThere(Path folder, Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
    } catch (AccessDeniedException e) {
      throw new ConfigException(
          "--data " + folder + " may not be looked into: permission denied.",
          "Maybe the permissions of the folder are to be changed.");
    } catch (IOException e) {
      return false;
    }
  }
}
