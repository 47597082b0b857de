package org.rpusim.report.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Standard output, which remembers whether it took all: those who print to it do not ask. */
final class StandardOutput extends OutputStream {
  private final OutputStream to = new FileOutputStream(FileDescriptor.out);
  private @Nullable IOException failure;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      to.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /**
   * What the user is told, or null if all was written. A pipe whose reader has seen enough, as
   * {@code head}, is no failure.
   */
  @Nullable String complaint() {
    if (failure == null) {
      return null;
    }
    String reason = String.valueOf(failure.getMessage());
    return reason.contains("Broken pipe") || isPipe()
        ? null
        : "Standard output cannot be written: "
            + reason
            + ".\nMaybe make room there, or send it elsewhere.";
  }

  /** Asked besides the reason, whose words depend on the user's language. */
  private static boolean isPipe() {
    String target = Terminal.target(1);
    return target != null && (target.startsWith("pipe:") || target.startsWith("socket:"));
  }
}
