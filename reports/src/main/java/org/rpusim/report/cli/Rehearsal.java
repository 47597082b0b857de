package org.rpusim.report.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;

/**
 * What the launcher has the Java machine watch when it makes the archive of loaded classes: a short
 * run and a small sweep, so that both begin fast.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Runs and sweeps.
   *
   * @param arguments an existing folder for the results
   */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    int code = execute("run", "alexnet", "--out", folder.resolve("run").toString());
    if (code == ExitCode.OK) {
      String out = folder.resolve("sweep").toString();
      code = execute("sweep", "--workload", "alexnet", "--vary", "adc.bits=7,8", "--out", out);
    }
    System.exit(code);
  }

  private static int execute(String... arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Cli(nowhere, nowhere, new SimulatorBackend()).execute(arguments);
  }
}
