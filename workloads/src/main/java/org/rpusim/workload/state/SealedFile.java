package org.rpusim.workload.state;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import com.google.common.io.ByteStreams;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.core.state.StateException;
import org.rpusim.core.state.StateReader;
import org.rpusim.core.state.StateWriter;

/**
 * A binary file that knows whether it is whole: 8 bytes of magic, the version of its format (4
 * bytes), its content, and the SHA-256 of all before (32 bytes). Numbers are little-endian. Nothing
 * of the content is believed before the sum is right, and no memory is taken for what it claims.
 */
final class SealedFile {
  private static final int MAGIC_BYTES = 8;
  private static final int SUM_BYTES = 32;
  private static final int HEAD_BYTES = MAGIC_BYTES + Integer.BYTES;
  private static final String DAMAGED =
      "Maybe it was cut off on its way: take the original, or another one.";

  private final String magic;
  private final int version;
  private final String kind;

  /**
   * A format.
   *
   * @param magic 8 characters that files begin with
   * @param version of the format
   * @param kind what a file is called in messages, for example {@code weights file}
   */
  SealedFile(String magic, int version, String kind) {
    this.magic = magic;
    this.version = version;
    this.kind = kind;
  }

  /**
   * Writes a file whole.
   *
   * @throws IOException if it cannot be written; then what was there before still is
   */
  void write(Path file, Consumer<StateWriter> content) throws IOException {
    WholeFile.write(
        file,
        out -> {
          HashingOutputStream hashed = new HashingOutputStream(Hashing.sha256(), out);
          hashed.write(magic.getBytes(StandardCharsets.US_ASCII));
          StateWriter writer = new StateWriter(hashed).put(version);
          content.accept(writer);
          writer.flush();
          out.write(hashed.hash().asBytes());
        });
  }

  /**
   * Reads a file.
   *
   * @param content given the content alone
   * @throws ConfigException if it is missing, no such file, of another version, or damaged
   */
  <T> T read(Path file, Function<StateReader, T> content) {
    try {
      long bytes = Files.size(file);
      requireHead(file, bytes);
      requireSum(file, bytes);
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
        in.skipNBytes(HEAD_BYTES);
        StateReader reader = new StateReader(ByteStreams.limit(in, bytes - HEAD_BYTES - SUM_BYTES));
        T value = content.apply(reader);
        reader.requireEnd();
        return value;
      }
    } catch (StateException e) {
      throw new ConfigException(
          "The " + kind + " " + file + " cannot be used: " + e.getMessage() + ".", DAMAGED);
    } catch (NoSuchFileException e) {
      throw new ConfigException("There is no " + kind + " " + file + ".", "Maybe it is misspelt.");
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UncheckedIOException e) {
      throw unreadable(file, Objects.requireNonNull(e.getCause()));
    }
  }

  private ConfigException unreadable(Path file, IOException e) {
    return new ConfigException(
        "The " + kind + " " + file + " cannot be read (" + e.getClass().getSimpleName() + ").",
        "Maybe it is a folder, or not yours to read.");
  }

  private void requireHead(Path file, long bytes) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    byte[] wanted = magic.getBytes(StandardCharsets.US_ASCII);
    if (!Arrays.equals(Arrays.copyOf(head, MAGIC_BYTES), wanted)) {
      throw new ConfigException(
          file + " is no " + kind + " of rpusim: it does not begin with " + magic.strip() + ".",
          "Maybe another file is meant.");
    }
    if (bytes < HEAD_BYTES + SUM_BYTES) {
      throw new ConfigException(
          "The " + kind + " " + file + " is truncated: it has only " + bytes + " bytes.", DAMAGED);
    }
    byte[] number = Arrays.copyOfRange(head, MAGIC_BYTES, HEAD_BYTES);
    int found = new StateReader(new ByteArrayInputStream(number)).intNumber();
    if (found != version) {
      throw new ConfigException(
          "The %s %s has version %d of its format, but must have version %d."
              .formatted(kind, file, found, version),
          "Maybe it is of another version of rpusim.");
    }
  }

  private void requireSum(Path file, long bytes) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      HashingOutputStream hashed =
          new HashingOutputStream(Hashing.sha256(), ByteStreams.nullOutputStream());
      ByteStreams.limit(in, bytes - SUM_BYTES).transferTo(hashed);
      HashCode found = HashCode.fromBytes(in.readNBytes(SUM_BYTES));
      if (!hashed.hash().equals(found)) {
        throw new ConfigException(
            "The " + kind + " " + file + " is damaged: its check sum does not fit its content.",
            DAMAGED);
      }
    }
  }
}
