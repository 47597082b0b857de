package org.rpusim.report.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.folder.FolderLock;
import org.rpusim.report.folder.RunFolderException;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSum;
import org.rpusim.workload.run.CheckpointInterval;
import org.rpusim.workload.run.CheckpointPlan;
import org.rpusim.workload.run.Course;
import org.rpusim.workload.state.WeightsFile;

/**
 * Saved weights, targets and checkpoints of one run of the command {@code run}: what the options
 * say, where the checkpoint lies, and that no other run uses it meanwhile.
 */
final class RunCourse implements AutoCloseable {
  private static final CheckpointInterval ON_STOP =
      new CheckpointInterval(Long.MAX_VALUE, /* epochs= */ false);
  private static final int LONGEST_LINE = 1000;

  private final CourseOptions.Given given;
  private final Path place;
  private final String configYaml;
  private final ImmutableList<String> identity;
  private @Nullable FolderLock lock;

  RunCourse(CourseOptions.Given given, Path place, String configYaml, @Nullable DataSet data) {
    this.given = given;
    this.place = place;
    this.configYaml = configYaml;
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (String line : Splitter.on('\n').split(configYaml)) {
      lines.add(line.length() <= LONGEST_LINE ? line : sum(line));
    }
    this.identity = lines.add("data: " + (data == null ? "none" : DataSum.of(data))).build();
  }

  private static String sum(String line) {
    return Hashing.sha256().hashString(line, StandardCharsets.UTF_8).toString();
  }

  /** Whether the run was complete before: its folder is there, of this configuration. */
  boolean isDone() throws IOException {
    Path config = place.resolve("config.yaml");
    Path metrics = place.resolve("metrics.json");
    boolean done =
        given.resume()
            && Files.isRegularFile(config)
            && Files.readString(config).equals(configYaml)
            && Files.readString(metrics).contains("\"complete\" : true");
    if (done) {
      Files.deleteIfExists(checkpoint());
      removeLeftLock();
    }
    return done;
  }

  /** One that a killed process left; another run that is just ending removes its own. */
  private void removeLeftLock() throws IOException {
    if (Files.exists(lockFile())) {
      try {
        FolderLock.take(lockFile()).close();
      } catch (RunFolderException e) {
        return;
      }
    }
  }

  private Path lockFile() {
    return checkpoint().resolveSibling(checkpoint().getFileName() + ".lock");
  }

  /** Where the checkpoint lies: beside the run folder. */
  Path checkpoint() {
    return place.resolveSibling(place.getFileName() + ".checkpoint");
  }

  /**
   * The course of the run; from now on the checkpoint is this run's alone.
   *
   * @throws ConfigException if a file is wrong, or there is a checkpoint that is not to be resumed
   */
  Course begin() throws IOException {
    Path weights = given.weights();
    Course.Start start =
        weights == null ? null : new Course.Start(WeightsFile.read(weights), weights.toString());
    return new Course(start, given.inference(), given.untilErrorPercent(), plan());
  }

  private @Nullable CheckpointPlan plan() throws IOException {
    if (!given.checkpoints()) {
      return null;
    }
    Path file = checkpoint();
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    lock = FolderLock.take(lockFile());
    if (!given.resume() && Files.exists(file)) {
      throw new ConfigException(
          "There is a checkpoint of an interrupted run, " + file + ".",
          "Maybe --resume goes on from it; or delete it to begin again.");
    }
    CheckpointInterval every = given.every();
    return new CheckpointPlan(file, identity, every == null ? ON_STOP : every, given.resume());
  }

  /** The run's folder is written: its checkpoint is needed no more. */
  void finished() throws IOException {
    if (given.checkpoints()) {
      Files.deleteIfExists(checkpoint());
    }
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
