package org.rpusim.workload.state;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.core.Version;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;

/**
 * What a run needs to go on after an interruption. It begins with the configuration that it belongs
 * to, line by line; under another one nothing of it is used.
 */
public final class CheckpointFile {
  private static final SealedFile FORMAT = new SealedFile("RPUSIM-C", 2, "checkpoint");
  private static final int MOST_LINES = 1_000_000;

  private CheckpointFile() {}

  /**
   * Writes a file whole.
   *
   * @param identity what determines the result of the run, each line of at most 4,096 bytes
   * @throws IOException if it cannot be written; then what was there before still is
   */
  public static void write(Path file, ImmutableList<String> identity, Consumer<StateWriter> state)
      throws IOException {
    FORMAT.write(
        file,
        out -> {
          out.put(Version.current()).put(identity.size());
          identity.forEach(out::put);
          state.accept(out);
        });
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException if it is missing, no checkpoint, damaged, or of another configuration
   *     or version of the program
   */
  public static void read(Path file, ImmutableList<String> identity, Consumer<StateReader> state) {
    FORMAT.read(
        file,
        in -> {
          requireVersion(file, in.text());
          requireSame(file, identity, in);
          state.accept(in);
          return identity;
        });
  }

  private static void requireVersion(Path file, String found) {
    if (!found.equals(Version.current())) {
      throw new ConfigException(
          "The checkpoint %s is of version %s of rpusim, and this is %s."
              .formatted(file, found, Version.current()),
          "Maybe go on with that version, or delete the file and begin again.");
    }
  }

  private static void requireSame(Path file, ImmutableList<String> identity, StateReader in) {
    int lines = in.intNumber(0, MOST_LINES);
    for (int i = 0; i < Math.max(lines, identity.size()); i++) {
      String there = i < lines ? in.text() : "nothing";
      String here = i < identity.size() ? identity.get(i) : "nothing";
      if (!there.equals(here)) {
        throw new ConfigException(
            "The checkpoint %s is of another configuration: it has \"%s\" where this run has \"%s\"."
                .formatted(file, there.strip(), here.strip()),
            "Maybe give the options that the run began with, or delete the file and begin again.");
      }
    }
  }
}
