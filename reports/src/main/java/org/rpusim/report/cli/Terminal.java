package org.rpusim.report.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whether a person watches standard error. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether standard error is a terminal. Java itself knows this of standard input and output only,
   * so the system is asked first where it can be.
   */
  static boolean watchesStandardError() {
    String target = target(2);
    return target == null
        ? Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
        : target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
  }

  /** Where a file descriptor of this process leads, or null where the system does not say. */
  static @Nullable String target(int descriptor) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }
}
