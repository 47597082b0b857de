package org.rpusim.workload.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are whole or absent. */
class WholeFileTest {
  @TempDir Path folder = Path.of("");

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  /** A disk that is full after some bytes. */
  private static void fill(OutputStream out) throws IOException {
    out.write(new byte[100]);
    throw new IOException("No space left on device");
  }

  @Test
  void aWriteThatFailsLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    assertThatThrownBy(() -> WholeFile.write(file, WholeFileTest::fill))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("No space left on device");
    assertThat(file).hasContent("old");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void aFirstWriteThatFailsLeavesNothing() throws IOException {
    assertThatThrownBy(() -> WholeFile.write(folder.resolve("f"), WholeFileTest::fill))
        .isInstanceOf(IOException.class);
    assertThat(files()).isZero();
  }

  @Test
  void aWriteReplacesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old and longer");
    WholeFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
    assertThat(file).hasContent("new");
    assertThat(files()).isEqualTo(1);
  }
}
