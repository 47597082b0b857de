package org.rpusim.report.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out whether a person watches standard error. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether standard error is a terminal. Java itself knows this of standard input and output only,
   * so the system is asked first where it can be.
   */
  static boolean watchesStandardError() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
  }
}
