package org.rpusim.report.folder;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes text files under another name and moves them into place: whole, or as they were. */
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
   * Writes what need not be in memory at once.
   *
   * @throws IOException if it cannot be written; then nothing is changed
   */
  public static void write(Path file, Content content) throws IOException {
    Path hidden = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(hidden, StandardCharsets.UTF_8)) {
        content.writeTo(out);
      }
      Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(hidden);
    }
  }
}
