package org.rpusim.workload.data;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which one fetch works. It goes when closed, and when the program is stopped before
 * that; what a killed program left goes with the next one made at the same place. A locked file
 * beside it tells those in use: a killed process loses its lock.
 */
final class FetchFolder implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final Pattern NAME = Pattern.compile("fetch[0-9]+(\\.lock)?");
  private static final int TRIALS = 20;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration END = Duration.ofSeconds(5);

  /** Lock files of this process, which would lose its locks by looking at them. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path lockFile;
  private final FileChannel lock;
  private final Path path;
  private final Path outermost;
  private final Thread hook = new Thread(this::stop, "fetch-end");
  private @Nullable Process process;
  private boolean stopped;

  private FetchFolder(Path lockFile, FileChannel lock, Path outermost) {
    this.lockFile = lockFile;
    this.lock = lock;
    this.path = folderOf(lockFile);
    this.outermost = outermost;
  }

  /**
   * Makes a folder, and clears what others left.
   *
   * @param parent where it is made
   * @throws IOException if that cannot be written
   */
  static FetchFolder in(Path parent) throws IOException {
    clear(parent);
    return make(parent, /* withParent= */ false);
  }

  /**
   * Makes a folder where the system keeps what nobody needs later.
   *
   * @throws IOException if that cannot be written
   */
  static FetchFolder temporary() throws IOException {
    return make(Files.createTempDirectory("rpusim-mnist"), /* withParent= */ true);
  }

  /** One at a time, and not while another thread clears: it would lock what has no owner yet. */
  private static synchronized FetchFolder make(Path parent, boolean withParent) throws IOException {
    for (int trial = 0; trial < TRIALS; trial++) {
      Path lockFile = Files.createTempFile(parent, "fetch", LOCK);
      FileChannel lock = lock(lockFile);
      if (lock != null) {
        FetchFolder folder =
            new FetchFolder(lockFile, lock, withParent ? parent : folderOf(lockFile));
        Files.createDirectory(folder.path);
        Runtime.getRuntime().addShutdownHook(folder.hook);
        return folder;
      }
    }
    throw new FileSystemException(parent.toString(), null, "no file there can be locked");
  }

  /** Where files may be put. */
  Path path() {
    return path;
  }

  /**
   * Starts a process that works in the folder and ends with it.
   *
   * @throws IOException if it cannot be started
   */
  synchronized Process start(ProcessBuilder builder) throws IOException {
    if (stopped) {
      throw new IOException("the program was stopped");
    }
    Process started = builder.directory(path.toFile()).start();
    process = started;
    return started;
  }

  /** Removes the folder. Where the program is being stopped it is given time to end. */
  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      Uninterruptibles.joinUninterruptibly(hook);
      Uninterruptibles.sleepUninterruptibly(END);
    }
    remove();
  }

  /** What is done when the program is stopped. */
  private synchronized void stop() {
    stopped = true;
    try {
      if (process != null) {
        process.destroyForcibly().waitFor(END.toSeconds(), TimeUnit.SECONDS);
      }
      remove();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // It stays until the next fetch.
    }
  }

  private void remove() throws IOException {
    try {
      delete(outermost);
      Files.deleteIfExists(lockFile);
    } finally {
      lock.close();
      OWN.remove(lockFile);
    }
  }

  /** Repeatedly, as another thread of this program may be writing there. */
  private static void delete(Path folder) throws IOException {
    for (int trial = 1; Files.exists(folder); trial++) {
      try {
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
      } catch (NoSuchFileException e) {
        return;
      } catch (IOException e) {
        if (trial == TRIALS) {
          throw e;
        }
        Uninterruptibles.sleepUninterruptibly(PAUSE);
      }
    }
  }

  /** The locked file, or null if somebody who clears took it for one that was left. */
  private static @Nullable FileChannel lock(Path lockFile) throws IOException {
    OWN.add(lockFile);
    FileChannel channel;
    try {
      channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      OWN.remove(lockFile);
      return null;
    }
    try {
      channel.lock();
    } catch (IOException e) {
      return channel; // nothing can be locked there, so nobody clears there either
    }
    if (Files.exists(lockFile)) {
      return channel;
    }
    channel.close();
    OWN.remove(lockFile);
    return null;
  }

  private static synchronized void clear(Path parent) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      for (Path file : files.toList()) {
        if (NAME.matcher(String.valueOf(file.getFileName())).matches()) {
          clearUnused(folderOf(file));
        }
      }
    }
  }

  private static void clearUnused(Path folder) {
    Path lockFile = folder.resolveSibling(folder.getFileName() + LOCK);
    if (OWN.contains(lockFile)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        delete(folder);
        Files.deleteIfExists(lockFile);
      }
    } catch (NoSuchFileException e) {
      deleteUnlocked(folder);
    } catch (IOException e) {
      // It is somebody else's.
    }
  }

  /** The lock is made before its folder and goes after it: this one has no owner. */
  private static void deleteUnlocked(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      // It is somebody else's.
    }
  }

  private static Path folderOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(
        name.endsWith(LOCK) ? name.substring(0, name.length() - LOCK.length()) : name);
  }
}
