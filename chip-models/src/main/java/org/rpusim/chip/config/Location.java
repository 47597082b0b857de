package org.rpusim.chip.config;

/**
 * Where a value was written.
 *
 * @param source file as the user named it, or name of a preset; on the command line an option that
 *     is short for a key, and empty for {@code --set}
 * @param line counted from 1; 0 for the command line
 * @param column counted from 1; 0 for the command line
 */
public record Location(String source, int line, int column) {
  /** The place of every value given by {@code --set}. */
  public static final Location COMMAND_LINE = new Location("", 0, 0);

  /** The place of the value of an option that is short for a key, such as {@code --epochs}. */
  public static Location ofOption(String option) {
    return new Location(option, 0, 0);
  }

  /** Whether it is in a file or preset, and not on the command line. */
  public boolean isInFile() {
    return line > 0;
  }

  /**
   * The place as a user reads it, {@code chip.yaml:12: tile.rows}, {@code --set tile.rows} or
   * {@code --epochs (workload.epochs)}.
   */
  public String of(String path) {
    if (!isInFile()) {
      String option = source.isEmpty() ? "--set" : source;
      return path.isEmpty() ? option : option + (source.isEmpty() ? " " + path : " (" + path + ")");
    }
    String place = source + ":" + line;
    return path.isEmpty() ? place : place + ": " + path;
  }
}
