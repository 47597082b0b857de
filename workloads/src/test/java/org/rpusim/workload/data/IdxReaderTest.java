package org.rpusim.workload.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.ConfigException;

final class IdxReaderTest {
  private static final String ADVICE = "\nMaybe the file is another one or damaged.";

  @TempDir private Path folder = Path.of("");

  @Test
  void aFileThatMayNotBeReadIsToldAsSuch() {
    assertThat(IdxReader.unreadable(Path.of("labels"), new AccessDeniedException("labels")))
        .hasMessage(
            "labels may not be read: permission denied.\n"
                + "Maybe the permissions of the file are to be changed.");
  }

  @Test
  void plainAndGzippedFilesReadAlike() throws IOException {
    byte[] bytes = IdxFiles.images(3, 4, 5);
    IdxReader.Images plain = IdxReader.images(file(bytes));
    IdxReader.Images gzipped = IdxReader.images(file(IdxFiles.gzip(bytes)));
    assertThat(plain.count()).isEqualTo(3);
    assertThat(plain.height()).isEqualTo(4);
    assertThat(plain.width()).isEqualTo(5);
    assertThat(plain.pixels()).hasSize(60).isEqualTo(gzipped.pixels());
    assertThat(IdxReader.labels(file(IdxFiles.labels(3)))).containsExactly(0, 1, 2);
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    Path file = file(Arrays.copyOf(IdxFiles.images(3, 4, 5), 70));
    refused(file, " is truncated: it claims 3 images of 4 x 5 pixels, 60 bytes, but has 54.");
    Path gzip = file(Arrays.copyOf(IdxFiles.gzip(IdxFiles.images(3, 40, 50)), 60));
    refused(gzip, " cannot be read: its gzip data is truncated.");
    Path empty = file(new byte[0]);
    refused(empty, " is no IDX file of images: it has only 0 bytes.");
    Path header = file(Arrays.copyOf(IdxFiles.images(3, 4, 5), 9));
    refused(header, " ends within its header.");
  }

  @Test
  void aFileThatIsTooLongIsRefused() throws IOException {
    Path file = file(IdxFiles.bytes(61, 0x0803, 3, 4, 5));
    refused(file, " is longer than its 3 images of 4 x 5 pixels take, 60 bytes.");
  }

  @Test
  void aWrongMagicNumberIsRefused() throws IOException {
    Path labels = file(IdxFiles.labels(20));
    assertThatThrownBy(() -> IdxReader.images(labels))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            labels
                + " is no IDX file of images: it begins with 0x00000801, but must begin with"
                + " 0x00000803.\nMaybe images and labels are swapped.");
    Path text = file(new byte[] {'a', 'b', 'c', 'd', 'e'});
    refused(
        text,
        " is no IDX file of images: it begins with 0x61626364, but must begin with 0x00000803.");
  }

  @Test
  void aFalseClaimOfTwoGigabytesTakesNoMemory() throws IOException {
    Path file = file(IdxFiles.bytes(10, 0x0803, 500_000, 32, 32));
    refused(
        file,
        " is truncated: it claims 500000 images of 32 x 32 pixels, 512000000 bytes, but has 10.");
    Path more = file(IdxFiles.bytes(10, 0x0803, 2_000_000, 32, 32));
    refused(
        more,
        " claims 2000000 images of 32 x 32 pixels, but must hold 0 to 536870912 bytes of them.");
    Path overflow = file(IdxFiles.bytes(10, 0x0803, -1, 1 << 30, 1 << 30));
    refused(
        overflow,
        " claims -1 images of 1073741824 x 1073741824 pixels, but must hold 0 to 536870912 bytes of"
            + " them.");
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> IdxReader.images(file))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + message + ADVICE);
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "idx", ""), bytes);
  }
}
