package org.rpusim.report.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** Its owner deletes the file after another has opened it, and a third makes a new one. */
  @Test
  void aLockOnADeletedFileIsNone() throws IOException, InterruptedException {
    Path file = base.resolve("run.lock");
    AtomicInteger holders = new AtomicInteger();
    AtomicBoolean shared = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(Thread.ofPlatform().start(() -> contend(file, holders, shared)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(shared).isFalse();
    assertThat(file).doesNotExist();
  }

  private static void contend(Path file, AtomicInteger holders, AtomicBoolean shared) {
    for (int i = 0; i < 2_000; i++) {
      try (FolderLock _ = FolderLock.take(file)) {
        if (holders.incrementAndGet() > 1) {
          shared.set(true);
        }
        holders.decrementAndGet();
      } catch (RunFolderException e) {
        Thread.onSpinWait(); // another one has it
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void theFileOfAKilledRunIsNoLock() throws IOException {
    Path file = Files.writeString(base.resolve("run.lock"), "");
    FolderLock.take(file).close();
    assertThat(file).doesNotExist();
  }
}
