package org.rpusim.report.point;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.rpusim.workload.run.CheckpointInterval;
import org.rpusim.workload.run.CheckpointPlan;
import org.rpusim.workload.run.Course;

/**
 * The checkpoints of runs under way, so that a long one goes on where it was: a file each, in a
 * folder that is there only while there are any.
 */
public final class PointCheckpoints {
  /** Minutes of a long run, and never reached by a short one. */
  private static final CheckpointInterval EVERY = new CheckpointInterval(100_000, false);

  private static final int NAMED_CHARACTERS = 16;

  private final Path folder;

  /**
   * Opens a folder.
   *
   * @param folder made when there is something to keep
   */
  public PointCheckpoints(Path folder) {
    this.folder = folder;
  }

  /**
   * A run that goes on from its checkpoint, where there is one, and leaves one when it is stopped.
   *
   * @throws UncheckedIOException if the folder cannot be made
   */
  public Course course(PointTask task) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("no checkpoint can be written in " + folder, e);
    }
    ImmutableList<String> identity = ImmutableList.of(task.fingerprint());
    return new Course(null, false, null, new CheckpointPlan(file(task), identity, EVERY, true));
  }

  /** Named by its configuration, so that one of another is never opened. */
  private Path file(PointTask task) {
    String sum = task.fingerprint().substring(0, NAMED_CHARACTERS);
    return folder.resolve(task.fileName() + "-" + sum + ".checkpoint");
  }

  /** A run has ended: its checkpoint is needed no more. */
  public void ended(PointTask task) {
    try {
      Files.deleteIfExists(file(task));
    } catch (IOException e) {
      throw new UncheckedIOException("a checkpoint cannot be deleted", e);
    }
  }

  /** All runs have ended or were stopped: the folder goes if nothing is in it. */
  public void close() {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException | NoSuchFileException e) {
      // What was stopped is kept.
    } catch (IOException e) {
      throw new UncheckedIOException("an empty folder cannot be deleted", e);
    }
  }
}
