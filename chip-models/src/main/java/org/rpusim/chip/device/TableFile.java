package org.rpusim.chip.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.rpusim.chip.config.Section;

/**
 * Which file a {@code table} key means. A chip file may come from a stranger: it may name files in
 * its own folder and below. Others are read only where the command line names them, or where their
 * fingerprint is given with them, which nobody has who has not the file.
 */
final class TableFile {
  private static final String KEY = "table";
  private static final String FINGERPRINT = "tableSha256";

  private TableFile() {}

  /**
   * Finds the file: relative to the folder of the file that names it, or else to the folder where
   * the program was started.
   *
   * @throws org.rpusim.chip.config.ConfigException if there is none, or it must not be read
   */
  static Path find(String name, Section s) {
    try {
      Path asGiven = Path.of(name);
      Path namedIn = Path.of(s.source(KEY));
      boolean isFile = !s.source(KEY).isEmpty() && Files.isRegularFile(namedIn);
      Path beside = isFile ? namedIn.resolveSibling(asGiven) : asGiven;
      Path found = Files.isRegularFile(beside) ? beside : asGiven;
      if (Files.exists(found) && !Files.isRegularFile(found)) {
        throw s.bad(KEY, "must be the name of a plain file", "Maybe the path is misspelt.");
      }
      if (isFile && !s.isGiven(FINGERPRINT) && !isBelow(found, namedIn)) {
        throw s.bad(
            KEY,
            "must lie in the folder of " + namedIn + " or below",
            "Maybe put it there, or give --set device.table=" + name + ".");
      }
      return found;
    } catch (InvalidPathException e) {
      throw s.bad(KEY, "must be the name of a file", "Maybe a sign in it is wrong.");
    }
  }

  private static boolean isBelow(Path file, Path neighbour) {
    try {
      Path folder = neighbour.toRealPath().getParent();
      return folder != null && file.toRealPath().startsWith(folder);
    } catch (IOException e) {
      return false;
    }
  }
}
