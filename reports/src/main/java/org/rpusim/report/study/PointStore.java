package org.rpusim.report.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Node;
import org.rpusim.chip.config.YamlReader;

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
   * @throws UncheckedIOException if it cannot be written; then nothing is left behind
   */
  void write(PointTask task, PointResult result) {
    Path hidden = folder.resolve("." + task.fileName() + ".part");
    try {
      Files.writeString(hidden, PointJson.of(result), StandardCharsets.UTF_8);
      Files.move(
          hidden,
          folder.resolve(task.fileName() + ENDING),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(hidden);
      throw new UncheckedIOException("run " + task.fileName() + " cannot be written", e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // What went wrong first is what the user must know; a hidden leftover is never read.
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
    Path file = folder.resolve(task.fileName() + ENDING);
    if (!Files.exists(file)) {
      return null;
    }
    PointResult result = result(YamlReader.readFile(file));
    if (!result.succeeded()) {
      return null;
    }
    if (!result.fingerprint().equals(task.fingerprint())) {
      throw new ConfigException(
          file + " is of another configuration, data set or version of rpusim.",
          "Maybe give the options of the first time, or another --out.");
    }
    return result;
  }

  private static PointResult result(Node.Mapping json) {
    ImmutableMap.Builder<String, Double> figures = ImmutableMap.builder();
    if (json.entries().get("figures") instanceof Node.Mapping map) {
      for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
        figures.put(entry.getKey(), Double.valueOf(text(map, entry.getKey())));
      }
    }
    ImmutableList.Builder<PointResult.Epoch> epochs = ImmutableList.builder();
    if (json.entries().get("epochs") instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        Node.Mapping epoch = (Node.Mapping) item;
        epochs.add(
            new PointResult.Epoch(
                Integer.parseInt(text(epoch, "epoch")),
                Double.parseDouble(text(epoch, "testErrorPercent")),
                Double.parseDouble(text(epoch, "trainLoss"))));
      }
    }
    return new PointResult(
        text(json, "point"),
        Long.parseLong(text(json, "seed")),
        text(json, "fingerprint"),
        text(json, "failure"),
        figures.buildOrThrow(),
        epochs.build());
  }

  private static String text(Node.Mapping map, String key) {
    if (map.entries().get(key) instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    throw new ConfigException(
        map.where().of(key) + " is missing; this is no run of a study.",
        "Maybe delete the file and go on with --resume.");
  }
}
