package org.rpusim.workload.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.rpusim.chip.config.ConfigException;

/** A text from a file, plain or packed by gzip. */
public final class TextFile {
  private static final int MOST_BYTES = 1 << 30;
  private static final int MAGIC_BYTES = 2;

  private TextFile() {}

  /**
   * All bytes of a file; what gzip packed is unpacked, whatever the file's name.
   *
   * @throws ConfigException if it cannot be read, is larger than 1 GiB or broken
   */
  public static byte[] read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ConfigException(
          "--text " + file + " is " + (Files.exists(file) ? "no file." : "not there."),
          "Maybe the name is misspelt.");
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = isPacked(raw) ? new GZIPInputStream(raw) : raw) {
      byte[] text = in.readNBytes(MOST_BYTES);
      if (in.read() >= 0) {
        throw new ConfigException(
            "--text " + file + " has more than 1 GiB.", "Maybe give a part of it.");
      }
      return text;
    } catch (IOException e) {
      throw new ConfigException(
          "--text " + file + " cannot be read: " + e.getMessage() + ".",
          "Maybe the file is damaged.");
    }
  }

  private static boolean isPacked(InputStream in) throws IOException {
    in.mark(MAGIC_BYTES);
    int first = in.read();
    int second = in.read();
    in.reset();
    return (first | second << 8) == GZIPInputStream.GZIP_MAGIC;
  }
}
