package org.rpusim.report.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.rpusim.chip.config.ConfigException;

/** What is said when something went wrong. */
final class Messages {
  private Messages() {}

  /** The sentence for wrong input and a line that begins with "Maybe". */
  static String withAdvice(ConfigException error, String command) {
    String message = String.valueOf(error.getMessage());
    return message.contains("\nMaybe ")
        ? message
        : message + "\nMaybe rpusim " + command + " --help helps.";
  }

  /** The sentence for a file or disk that does not do what it must. */
  static String ofFile(IOException error) {
    String file =
        error instanceof FileSystemException of && of.getFile() != null ? of.getFile() : "A file";
    String given = error instanceof FileSystemException of ? of.getReason() : error.getMessage();
    String reason =
        switch (error) {
          case AccessDeniedException denied -> "permission denied";
          case NoSuchFileException missing -> "it does not exist";
          default -> given == null ? error.getClass().getSimpleName() : given;
        };
    return file
        + " cannot be written or read: "
        + reason
        + ".\nMaybe make room there, or choose another folder with --out.";
  }

  /**
   * The sentence for what does not fit into memory.
   *
   * @param bytes that Java may take
   */
  static String ofMemory(long bytes) {
    return String.format(
        Locale.ROOT,
        "This needs more memory than the %.1f GB that Java may take.%n"
            + "Maybe a smaller network, or workload.timingOnly=true; or give Java more, as in"
            + " JAVA_TOOL_OPTIONS=-Xmx32g.",
        bytes / 1e9);
  }

  /** Says that we are to blame, and what a report needs. */
  static void printDefect(PrintWriter err, Throwable error, String[] arguments) {
    err.println("This is a defect of rpusim, not of your input: " + error + ".");
    err.println("Please report it with these lines:");
    err.println("  command: rpusim " + String.join(" ", arguments));
    err.println("  version: " + VersionLine.text());
    error.printStackTrace(err);
    err.flush();
  }
}
