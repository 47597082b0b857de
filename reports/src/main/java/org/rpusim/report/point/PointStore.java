package org.rpusim.report.point;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.WholeFile;

/**
 * The finished runs of a study on disk: a JSON file each, written under another name and moved into
 * place in one step, so that it is whole or absent.
 */
public final class PointStore {
  private static final String ENDING = ".json";
  private final Path folder;

  /**
   * Opens a folder of runs.
   *
   * @param folder made if it does not exist
   * @throws IOException if it cannot be made
   */
  public PointStore(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /**
   * Writes a run.
   *
   * @param name of the file, without its ending
   * @throws UncheckedIOException if it cannot be written; then nothing is left behind
   */
  public void write(String name, PointResult result) {
    write(name, result, /* forced= */ true);
  }

  /**
   * As {@link #write(String, PointResult)}.
   *
   * @param forced whether to wait until the disk has it, which takes milliseconds; where not, a
   *     power failure may leave an empty file, which counts as none
   */
  public void write(String name, PointResult result, boolean forced) {
    Path file = folder.resolve(name + ENDING);
    try {
      if (forced) {
        WholeFile.write(file, PointJson.of(result));
      } else {
        WholeFile.writeUnforced(file, PointJson.of(result));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("run " + name + " cannot be written", e);
    }
  }

  /**
   * The runs that ended earlier with a result, by {@link PointTask#fileName}.
   *
   * @throws ConfigException if one is another configuration's
   */
  public ImmutableMap<String, PointResult> readAll(List<PointTask> tasks) {
    ImmutableMap.Builder<String, PointResult> finished = ImmutableMap.builder();
    for (PointTask task : tasks) {
      PointResult result = read(task);
      if (result != null) {
        finished.put(task.fileName(), result);
      }
    }
    return finished.buildOrThrow();
  }

  /**
   * The run of a task that ended earlier with a result, or null.
   *
   * @throws ConfigException if the file is another configuration's
   */
  private @Nullable PointResult read(PointTask task) {
    PointResult result = read(task.fileName());
    if (result == null || !result.succeeded()) {
      return null;
    }
    requireSame(task.fileName(), result, task.fingerprint());
    return result;
  }

  /**
   * The run of a name, failed or not, or null if there is none or its file is empty.
   *
   * @throws ConfigException if the file is no run
   */
  public @Nullable PointResult read(String name) {
    Path file = folder.resolve(name + ENDING);
    return file.toFile().length() > 0 ? PointJson.read(file) : null;
  }

  /**
   * Refuses a run of another configuration.
   *
   * @throws ConfigException if the fingerprint is not the result's
   */
  public void requireSame(String name, PointResult result, String fingerprint) {
    if (!result.fingerprint().equals(fingerprint)) {
      throw new ConfigException(
          folder.resolve(name + ENDING)
              + " is of another configuration, data set or version of rpusim.",
          "Maybe give the options of the first time, or another --out.");
    }
  }
}
