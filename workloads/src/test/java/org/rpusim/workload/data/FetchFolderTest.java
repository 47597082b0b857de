package org.rpusim.workload.data;

import static java.lang.ProcessBuilder.Redirect.INHERIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are stopped while they fetch. */
final class FetchFolderTest {
  @TempDir private Path cache = Path.of("");

  @Test
  void aStoppedProcessLeavesNothing() throws IOException, InterruptedException {
    try (Fetching fetching = new Fetching(cache)) {
      assertThat(cache).isNotEmptyDirectory();
      fetching.process.destroy(); // SIGTERM, as Ctrl-C
      assertThat(fetching.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(cache).isEmptyDirectory();
      assertThat(ProcessHandle.of(fetching.child).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void aKilledProcessesFolderGoesAndOneInUseStays() throws IOException, InterruptedException {
    try (Fetching killed = new Fetching(cache);
        Fetching other = new Fetching(cache)) {
      killed.process.destroyForcibly().waitFor();
      assertThat(killed.folder).isDirectory();
      Path own;
      try (FetchFolder folder = FetchFolder.in(cache)) {
        own = folder.path();
        assertThat(killed.folder).doesNotExist();
        assertThat(other.folder).isDirectory();
      }
      assertThat(own).doesNotExist();
      FetchFolder.in(cache).close();
      assertThat(other.folder).as("looking at a lock does not end it").isDirectory();
    }
  }

  /** A process that fetches and never ends by itself. */
  private static final class Fetching implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final long child;

    Fetching(Path cache) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Fetching.class.getName(),
                  cache.toString())
              .redirectError(INHERIT)
              .start();
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      folder = Path.of(output.readLine());
      child = Long.parseLong(output.readLine());
    }

    @SuppressWarnings({"SystemOut", "unused"}) // a program of its own
    static void main(String[] arguments) throws IOException, InterruptedException {
      try (FetchFolder folder = FetchFolder.in(Path.of(arguments[0]))) {
        Process sleep = folder.start(new ProcessBuilder(List.of("sleep", "600")));
        Files.createFile(folder.path().resolve("log"));
        System.out.println(folder.path() + "\n" + sleep.pid());
        sleep.waitFor();
      }
    }

    @Override
    public void close() {
      process.destroyForcibly();
      ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
