package org.rpusim.report.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time at one place. */
final class FolderLockTest {
  @TempDir Path base = Path.of("");

  @Test
  void aSecondRunIsRefusedUntilTheFirstHasEnded() throws IOException {
    Path file = base.resolve("run.lock");
    try (FolderLock first = FolderLock.take(file)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> FolderLock.take(file))
          .isInstanceOf(RunFolderException.class)
          .hasMessageContaining("Another run is at work there");
    }
    assertThat(file).doesNotExist();
    FolderLock.take(file).close();
  }

  @Test
  void theFileOfAKilledRunIsNoLock() throws IOException {
    Path file = Files.writeString(base.resolve("run.lock"), "");
    FolderLock.take(file).close();
    assertThat(file).doesNotExist();
  }
}
