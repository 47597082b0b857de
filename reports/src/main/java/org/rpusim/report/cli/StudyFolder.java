package org.rpusim.report.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.FolderLock;
import org.rpusim.report.folder.RunFolder;
import org.rpusim.report.folder.RunFolderException;
import org.rpusim.report.study.Study;

/** Where a study's files go: {@code runs/<study>[-quick]}, or what the user says. */
final class StudyFolder {
  private static final Path RUNS = Path.of("runs");

  private StudyFolder() {}

  /**
   * The folder; not made yet, unless it is gone on with.
   *
   * @throws ConfigException if it is not there and should be
   * @throws RunFolderException if it is there and should not be, or cannot be made
   */
  static Path choose(Study study, boolean quick, @Nullable Path wanted, boolean resume) {
    return choose(RUNS.resolve(study.name() + (quick ? "-quick" : "")), wanted, resume, "study");
  }

  /**
   * As {@link #choose(Study, boolean, Path, boolean)}, for anything with a folder of points.
   *
   * @param standard folder where the user says nothing
   * @param what it is called in messages
   */
  static Path choose(Path standard, @Nullable Path wanted, boolean resume, String what) {
    if (resume) {
      Path folder = wanted == null ? newest(standard) : wanted;
      if (!Files.isDirectory(folder.resolve("points"))) {
        throw new ConfigException(
            "There is no " + what + " to go on with in " + folder + ".",
            "Maybe leave out --resume, or give the folder with --out.");
      }
      return folder;
    }
    Path folder = wanted == null ? free(standard) : wanted;
    RunFolder.at(folder);
    return folder;
  }

  /**
   * Keeps others from a folder of points while runs go on; made if it is not there.
   *
   * @param resume whether what is in it is gone on with
   * @throws RunFolderException if others are at work in it
   * @throws ConfigException if others have been since it was chosen
   */
  static FolderLock lock(Path folder, boolean resume) throws IOException {
    Files.createDirectories(folder);
    FolderLock lock = FolderLock.take(folder.resolve(".lock"));
    if (!resume && Files.exists(folder.resolve("points"))) {
      lock.close();
      throw new ConfigException(
          "Another run has just made " + folder + ".", "Maybe give each run its own --out.");
    }
    return lock;
  }

  static Path free(Path standard) {
    Path folder = standard;
    for (int n = 2; Files.exists(folder); n++) {
      folder = numbered(standard, n);
    }
    return folder;
  }

  static Path newest(Path standard) {
    Path newest = standard;
    for (int n = 2; Files.exists(numbered(standard, n)); n++) {
      newest = numbered(standard, n);
    }
    return newest;
  }

  private static Path numbered(Path standard, int n) {
    return standard.resolveSibling(standard.getFileName() + "-" + n);
  }
}
