package org.rpusim.report.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.rpusim.report.launch.StandardError;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Does what the arguments say and exits. */
  public static void main(String[] arguments) {
    StandardError.restore();
    Cli cli =
        new Cli(writer(FileDescriptor.out), writer(FileDescriptor.err), new SimulatorBackend());
    System.exit(cli.execute(arguments));
  }

  /** Texts hold µ and ×: they are UTF-8 whatever the locale. */
  private static PrintWriter writer(FileDescriptor to) {
    return new PrintWriter(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }
}
