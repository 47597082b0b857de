package org.rpusim.report.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.rpusim.report.launch.StandardError;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Does what the arguments say and exits. */
  public static void main(String[] arguments) {
    StandardError.restore();
    StandardOutput output = new StandardOutput();
    PrintWriter out = writer(output);
    PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
    int code = new Cli(out, err, new SimulatorBackend()).execute(arguments);
    out.flush();
    String complaint = output.complaint();
    if (complaint != null) {
      err.println(complaint);
    }
    System.exit(complaint != null && code == ExitCode.OK ? ExitCode.WRONG_INPUT : code);
  }

  /** Texts hold µ and ×: they are UTF-8 whatever the locale. */
  private static PrintWriter writer(OutputStream to) {
    return new PrintWriter(to, true, StandardCharsets.UTF_8);
  }
}
