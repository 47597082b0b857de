package org.rpusim.report.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps others from the place of a run while it goes on. A killed process loses its lock, whatever
 * file it leaves.
 */
public final class FolderLock implements AutoCloseable {
  private static final AtomicLong TAKEN = new AtomicLong();

  private final Path file;
  private final FileChannel channel;

  /** Open as long as the lock is held: to close any channel of a file ends its locks. */
  private final FileChannel reader;

  private FolderLock(Path file, FileChannel channel, FileChannel reader) {
    this.file = file;
    this.channel = channel;
    this.reader = reader;
  }

  /**
   * Takes the lock.
   *
   * @param file that stands for the place; made if it is not there
   * @throws RunFolderException if another run has it
   */
  public static FolderLock take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileChannel reader = null;
    try {
      reader = locks(channel) ? readerOfSame(file, channel) : null;
    } finally {
      if (reader == null) {
        channel.close();
      }
    }
    if (reader == null) {
      throw new RunFolderException(
          "Another run is at work there: it holds " + file + ".",
          "Maybe give each run its own --out.");
    }
    return new FolderLock(file, channel, reader);
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * A reader of the file that others find, or null if it is not the one that is locked: its owner
   * may have deleted that after it was opened here, and somebody else made a new one.
   */
  private static @Nullable FileChannel readerOfSame(Path file, FileChannel channel)
      throws IOException {
    ByteBuffer own =
        StandardCharsets.US_ASCII.encode(
            ProcessHandle.current().pid() + "." + TAKEN.incrementAndGet());
    channel.truncate(0);
    channel.write(own.duplicate(), 0);
    FileChannel reader;
    try {
      reader = FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      return null;
    }
    boolean same = false;
    try {
      ByteBuffer found = ByteBuffer.allocate(own.remaining() + 1);
      reader.read(found, 0);
      same = found.flip().equals(own);
    } finally {
      if (!same) {
        reader.close();
      }
    }
    return same ? reader : null;
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      reader.close();
      channel.close();
    }
  }
}
