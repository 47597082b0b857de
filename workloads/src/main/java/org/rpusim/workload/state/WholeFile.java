package org.rpusim.workload.state;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes files that are whole or absent: beside their place first, then moved there in one step
 * once all bytes are on the disk. What stood there before stays until then.
 */
public final class WholeFile {
  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes a file.
   *
   * @throws IOException if it cannot be written; then the old one, or none, is still there
   */
  public static void write(Path file, Content content) throws IOException {
    write(file, content, /* force= */ true);
  }

  /**
   * As {@link #write}, but leaves it to the system when the bytes reach the disk: for what can be
   * made again, as charts.
   *
   * @throws IOException if it cannot be written; then the old one, or none, is still there
   */
  public static void writeUnforced(Path file, Content content) throws IOException {
    write(file, content, /* force= */ false);
  }

  private static void write(Path file, Content content, boolean force) throws IOException {
    Path place = file.toAbsolutePath();
    Path fresh = place.resolveSibling("." + place.getFileName() + ".new");
    try {
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        content.writeTo(Channels.newOutputStream(channel));
        if (force) {
          channel.force(true);
        }
      }
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (UncheckedIOException e) {
      throw named(place, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw named(place, e);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** A full disk is reported without the file's name. */
  private static IOException named(Path place, IOException e) {
    return e instanceof FileSystemException
        ? e
        : new FileSystemException(place.toString(), null, e.getMessage());
  }
}
