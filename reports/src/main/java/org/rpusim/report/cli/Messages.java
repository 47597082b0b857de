package org.rpusim.report.cli;

import java.io.PrintWriter;
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
