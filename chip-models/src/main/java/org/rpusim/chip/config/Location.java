package org.rpusim.chip.config;

/**
 * Where a value was written.
 *
 * @param source file as the user named it, or name of a preset; empty for the command line
 * @param line counted from 1; 0 for the command line
 * @param column counted from 1; 0 for the command line
 */
public record Location(String source, int line, int column) {
  /** The place of every value given by {@code --set}. */
  public static final Location COMMAND_LINE = new Location("", 0, 0);

  /** The place as a user reads it, {@code chip.yaml:12: tile.rows} or {@code --set tile.rows}. */
  public String of(String path) {
    if (line == 0) {
      return path.isEmpty() ? "--set" : "--set " + path;
    }
    String place = source + ":" + line;
    return path.isEmpty() ? place : place + ": " + path;
  }
}
