package org.rpusim.report.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.FolderLock;
import org.rpusim.report.folder.RunFolder;
import org.rpusim.report.folder.RunFolderException;
import org.rpusim.report.folder.RunsFolder;

/** Where the files of many runs go: below {@code runs}, numbered, or where the user says. */
final class ManyRunsFolder {
  private static final String POINTS = "points";

  private ManyRunsFolder() {}

  /**
   * The folder of a study or sweep; not made yet, unless it is gone on with.
   *
   * @param standard its name where the user says nothing
   * @param wanted what the user says, or null
   * @param resume whether what is in it is gone on with
   * @param what it is called in messages: {@code sweep}
   * @throws ConfigException if it is not there and should be
   * @throws RunFolderException if it is there and should not be, or cannot be made
   */
  static Path choose(String standard, @Nullable Path wanted, boolean resume, String what) {
    return choose(
        standard, wanted, resume, what, folder -> Files.isDirectory(folder.resolve(POINTS)));
  }

  /**
   * As {@link #choose(String, Path, boolean, String)}.
   *
   * @param isOne whether a folder can be gone on with
   */
  static Path choose(
      String standard, @Nullable Path wanted, boolean resume, String what, Predicate<Path> isOne) {
    Path place = RunsFolder.of(standard);
    if (resume) {
      Path folder = wanted == null ? newest(place) : wanted;
      if (!isOne.test(folder)) {
        throw new ConfigException(
            "There is no " + what + " to go on with in " + folder + ".",
            "Maybe leave out --resume, or give the folder with --out.");
      }
      return folder;
    }
    Path folder = wanted == null ? free(place) : wanted;
    RunFolder.requireNew(
        folder,
        isOne.test(folder)
            ? "Maybe --resume goes on in it; or give --out another name."
            : "Maybe give --out another name, or move the old folder away.");
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
    if (!resume && Files.exists(folder.resolve(POINTS))) {
      lock.close();
      throw new ConfigException(
          "Another run has just made " + folder + ".", "Maybe give each run its own --out.");
    }
    return lock;
  }

  private static Path free(Path standard) {
    Path folder = standard;
    for (int n = 2; Files.exists(folder); n++) {
      folder = numbered(standard, n);
    }
    return folder;
  }

  private static Path newest(Path standard) {
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
