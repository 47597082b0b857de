package org.rpusim.report.folder;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Text files that are whole, or as they were: {@link org.rpusim.workload.state.WholeFile}. */
public final class WholeFile {
  private WholeFile() {}

  /** What writes itself. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(Appendable out) throws IOException;
  }

  /**
   * Writes a text.
   *
   * @throws IOException if it cannot be written; then nothing is changed
   */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.append(text));
  }

  /**
   * As {@link #write(Path, String)}, but leaves it to the system when the bytes reach the disk: the
   * file survives the end of this process, but may be empty after a power failure.
   *
   * @throws IOException if it cannot be written; then nothing is changed
   */
  public static void writeUnforced(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    org.rpusim.workload.state.WholeFile.writeUnforced(file, out -> out.write(bytes));
  }

  /**
   * Writes what need not be in memory at once.
   *
   * @throws IOException if it cannot be written; then nothing is changed
   */
  public static void write(Path file, Content content) throws IOException {
    org.rpusim.workload.state.WholeFile.write(
        file,
        bytes -> {
          Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
          content.writeTo(out);
          out.flush();
        });
  }
}
