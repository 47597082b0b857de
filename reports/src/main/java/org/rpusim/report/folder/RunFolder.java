package org.rpusim.report.folder;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.report.chart.RunCharts;
import org.rpusim.report.html.Charts;
import org.rpusim.report.html.RunPage;
import org.rpusim.workload.observation.CriticalPath;
import org.rpusim.workload.state.NetworkWeights;
import org.rpusim.workload.state.WeightsFile;

/**
 * Where a run's files go. The place is checked before the run; the files are written into a hidden
 * folder beside it and moved there in one step at the end, so that a run folder is whole or absent.
 */
public final class RunFolder {
  private static final int NAMES_TRIED = 100_000;

  private final Path wanted;
  private final boolean numbered;

  private RunFolder(Path wanted, boolean numbered) {
    this.wanted = wanted;
    this.numbered = numbered;
  }

  /**
   * A folder of the user's choice.
   *
   * @throws RunFolderException if it exists or cannot be made
   */
  public static RunFolder at(Path folder) {
    requireNew(folder, "Maybe give --out another name, or move the old folder away.");
    return new RunFolder(folder, false);
  }

  /**
   * Refuses a folder that cannot be made because it is there, or because of where it is to be.
   *
   * @param advice what to do where it is there
   * @throws RunFolderException if it is refused
   */
  public static void requireNew(Path folder, String advice) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (Files.exists(absolute)) {
      throw new RunFolderException(
          "The run folder " + folder + " exists already; a run never writes over another one.",
          advice);
    }
    checkWritable(absolute, folder);
  }

  /**
   * The folder {@code runs/<workload>-<chip>-<seed>}, with {@code -2}, {@code -3} … where that name
   * is taken.
   *
   * @param base folder in which {@code runs} lies
   * @throws RunFolderException if it cannot be made
   */
  public static RunFolder byDefault(Path base, String workload, String chip, long seed) {
    Path folder = defaultPlace(base, workload, chip, seed);
    checkWritable(folder.toAbsolutePath().normalize(), folder);
    return new RunFolder(folder, true);
  }

  /** Writes all files and moves the folder into place, without further charts. */
  public Path write(RunRecord run) throws IOException {
    return write(run, ImmutableList.of());
  }

  /**
   * Writes all files and moves the folder into place.
   *
   * @param drawings charts besides those of the result
   * @return the folder
   * @throws IOException if a file cannot be written; then nothing is left behind
   * @throws RunFolderException if another run has taken the place meanwhile
   */
  public Path write(RunRecord run, List<RunCharts.Drawing> drawings) throws IOException {
    Path parent = parentOf(wanted.toAbsolutePath().normalize());
    Files.createDirectories(parent);
    Path hidden = Files.createTempDirectory(parent, ".rpusim-");
    try {
      openToOthers(hidden);
      writeFiles(hidden, run, drawings);
      return moveIntoPlace(hidden);
    } catch (FileSystemException e) {
      throw asWanted(e, hidden);
    } catch (IOException e) { // such as a full disk: say where
      throw new FileSystemException(wanted.toString(), null, e.getMessage());
    } finally {
      deleteIfLeft(hidden);
    }
  }

  /** The same error by the name that the user gave: the hidden folder is gone when it is read. */
  private FileSystemException asWanted(FileSystemException e, Path hidden) {
    String file = e.getFile();
    if (file == null || e.getReason() == null || !file.startsWith(hidden.toString())) {
      return e;
    }
    String place = wanted + file.substring(hidden.toString().length());
    FileSystemException told = new FileSystemException(place, null, e.getReason());
    told.initCause(e);
    return told;
  }

  /** Where a run lies by default, taken or not; see {@link #byDefault}. */
  public static Path defaultPlace(Path base, String workload, String chip, long seed) {
    return RunsFolder.in(base, workload, chip, String.valueOf(seed));
  }

  private static void writeFiles(Path folder, RunRecord run, List<RunCharts.Drawing> drawings)
      throws IOException {
    Files.writeString(
        folder.resolve("metrics.json"), MetricsJson.of(run.metrics(), run.result().layers()));
    Files.writeString(folder.resolve("config.yaml"), run.configYaml());
    if (!run.result().epochs().isEmpty()) {
      Files.writeString(folder.resolve("epochs.csv"), RunTables.epochs(run.result().epochs()));
    }
    if (!run.result().layers().isEmpty()) {
      Files.writeString(
          folder.resolve("layer-epochs.csv"), RunTables.layerEpochs(run.result().layers()));
    }
    if (!run.result().layerTable().isEmpty()) {
      Files.writeString(folder.resolve("layers.csv"), RunTables.layers(run.result().layerTable()));
    }
    Files.writeString(
        folder.resolve("components.csv"), RunTables.components(run.result().components()));
    CriticalPath path = CriticalPath.of(run.result().observations().beginning().timeline());
    if (!path.segments().isEmpty()) {
      Files.writeString(folder.resolve("critical-path.csv"), RunTables.criticalPath(path));
    }
    Files.writeString(folder.resolve("wallclock.json"), MetricsJson.of(run.wallClock().metrics()));
    NetworkWeights weights = run.result().weights();
    if (weights != null) {
      WeightsFile.write(folder.resolve(WeightsFile.NAME), weights);
    }
    RunCharts.write(run.result(), run.subtitle(), drawings, folder.resolve("charts"));
    WholeFile.write(
        folder.resolve("report.html"),
        RunPage.of(
            run.subtitle(),
            run.metrics(),
            run.result(),
            run.configYaml(),
            Charts.read(folder.resolve("charts"))));
  }

  private Path moveIntoPlace(Path hidden) throws IOException {
    for (int n = 1; n <= (numbered ? NAMES_TRIED : 1); n++) {
      Path target = n == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + n);
      if (!Files.exists(target)) {
        Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
      }
    }
    throw new RunFolderException(
        "The run folder " + wanted + " has been taken by another run meanwhile.",
        "Maybe give each run its own --out.");
  }

  private static void checkWritable(Path absolute, Path asGiven) {
    Path ancestor = absolute.getParent();
    while (ancestor != null && !Files.exists(ancestor)) {
      ancestor = ancestor.getParent();
    }
    if (ancestor == null || !Files.isDirectory(ancestor) || !mayWrite(ancestor)) {
      throw new RunFolderException(
          "The run folder "
              + asGiven
              + " cannot be made, because "
              + ancestor
              + (ancestor != null && Files.isDirectory(ancestor)
                  ? " is not writable."
                  : " is not a folder."),
          "Maybe give --out a folder of your own.");
    }
  }

  /** Asks by doing: permissions alone say yes on a read-only file system. */
  private static boolean mayWrite(Path folder) {
    try {
      Files.delete(Files.createTempDirectory(folder, ".rpusim-"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A temporary folder is for its owner alone; a run folder is as open as any new folder. */
  private static void openToOthers(Path folder) throws IOException {
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Path probe = Files.createDirectory(folder.resolve("charts"));
      Files.setPosixFilePermissions(folder, Files.getPosixFilePermissions(probe));
    }
  }

  private static Path parentOf(Path absolute) {
    @Nullable Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }

  private static void deleteIfLeft(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
