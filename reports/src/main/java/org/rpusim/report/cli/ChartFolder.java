package org.rpusim.report.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.RunsFolder;

/** Where a command that computes nothing draws: below {@code runs}, or where the user says. */
final class ChartFolder {
  private ChartFolder() {}

  /**
   * The folder; what is in it is written over.
   *
   * @param standard its name where the user says nothing
   * @throws ConfigException if it is a file
   */
  static Path choose(String standard, @Nullable Path wanted) {
    Path folder = wanted == null ? RunsFolder.of(standard) : wanted;
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ConfigException(
          folder + " is a file, but charts go into a folder.", "Maybe give --out another name.");
    }
    return folder;
  }
}
