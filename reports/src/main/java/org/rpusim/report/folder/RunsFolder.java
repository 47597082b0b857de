package org.rpusim.report.folder;

import java.nio.file.Path;

/** The folder {@code runs}, below which everything goes that the user names no place for. */
public final class RunsFolder {
  private static final Path RUNS = Path.of("runs");

  private RunsFolder() {}

  /** The place of what has a name; anything but letters, digits and {@code . _ -} becomes _. */
  public static Path of(String name) {
    return RUNS.resolve(plain(name));
  }

  /** As {@link #of}, of several names with a hyphen between them, below a base folder. */
  static Path in(Path base, String... names) {
    return base.resolve(of(String.join("-", names)));
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]+", "_");
  }
}
