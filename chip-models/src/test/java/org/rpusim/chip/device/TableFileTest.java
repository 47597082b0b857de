package org.rpusim.chip.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.preset.ChipPresets;

/** A chip file from a stranger reads nothing but what came with it. */
class TableFileTest {
  private static final String STEPS =
      "trace,direction,pulse,conductance\na,up,0,1\na,up,1,2\na,down,0,2\na,down,1,1\n";

  @TempDir Path base = Path.of("");
  private Path secret = Path.of("");
  private Path folder = Path.of("");

  @BeforeEach
  void layOut() throws IOException {
    secret = Files.writeString(base.resolve("secret.csv"), STEPS);
    folder = Files.createDirectory(base.resolve("stranger"));
    Files.writeString(folder.resolve("steps.csv"), STEPS);
    Files.createSymbolicLink(folder.resolve("link.csv"), secret);
  }

  private void load(String device, String... set) throws IOException {
    Path chip = folder.resolve("chip.yaml");
    Files.writeString(
        chip, "extends: gokmen2016-design2\ndevice:\n  kind: measured\n" + device.indent(2));
    assertThat(ChipPresets.load(chip.toString(), Overrides.parse(List.of(set))).spec().name())
        .isEqualTo("chip");
  }

  @Test
  void aTableBesideTheChipFileIsRead() throws IOException {
    load("table: steps.csv");
    load("table: " + folder.resolve("steps.csv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret.csv", "SECRET", "link.csv", "../secret.csv\ntableSha256: auto"})
  void aTableElsewhereIsRefused(String table) {
    assertThatThrownBy(() -> load("table: " + table.replace("SECRET", secret.toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("must lie in the folder of")
        .hasMessageContaining("\nMaybe put it there");
  }

  @Test
  void anEndlessFileIsNotRead() {
    assertThatThrownBy(() -> load("table: /dev/zero"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("must be the name of a plain file");
  }

  @Test
  void aTableElsewhereIsReadByTheUsersOwnWordOrByItsFingerprint() throws IOException {
    load("", "device.table=" + secret);
    String sum = Hashing.sha256().hashString(STEPS, StandardCharsets.UTF_8).toString();
    load("table: ../secret.csv\ntableSha256: " + sum);
  }
}
