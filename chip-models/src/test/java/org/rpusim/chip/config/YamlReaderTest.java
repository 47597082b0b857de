package org.rpusim.chip.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class YamlReaderTest {
  @Test
  void everyValueKnowsTheLineOfItsKey() {
    Node.Mapping file = YamlReader.read("a.yaml", "# a chip\ntile:\n  rows: 0128 # lines\n");
    Node.Mapping tile = (Node.Mapping) requireNonNull(file.entries().get("tile"));
    Node.Scalar rows = (Node.Scalar) requireNonNull(tile.entries().get("rows"));
    assertThat(rows.text()).isEqualTo("0128");
    assertThat(rows.where().of("tile.rows")).isEqualTo("a.yaml:3: tile.rows");
    assertThat(rows.where().column()).isEqualTo(3);
  }

  @Test
  void numbersAndFlagsAreKeptAsTheyAreWritten() {
    Node.Mapping file = YamlReader.read("a.yaml", "a: 4_096\nb: off\nc: 1e3\nd: '80 ns'\n");
    assertThat(file.entries().values())
        .extracting(node -> ((Node.Scalar) node).text())
        .containsExactly("4_096", "off", "1e3", "80 ns");
  }

  @Test
  void anEmptyFileHasNoKeys() {
    assertThat(YamlReader.read("a.yaml", "").entries()).isEmpty();
  }

  @Test
  void aKeyWrittenTwiceIsRefused() {
    refused(
        "tile:\n  rows: 1\n  rows: 2\n",
        "a.yaml:3: tile.rows is written twice, first in line 2.\nMaybe delete one of the two.");
  }

  @Test
  void anchorsAndAliasesAreRefused() {
    String advice = "\nMaybe write the value again.";
    String are = " uses a YAML anchor or alias, which are not allowed here.";
    refused("a: &x [1, 2]\nb: *x\n", "a.yaml:1: a" + are + advice);
    refused("a: &x 3\nb: *x\n", "a.yaml:2: b" + are + advice);
    refused("a: *x\n", "a.yaml:1: a" + are + advice);
  }

  @Test
  void hugeNestingIsRefused() {
    assertThatThrownBy(() -> YamlReader.read("a.yaml", "a: " + "[".repeat(5000)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "is nested more than 12 levels deep.\nMaybe a bracket is not closed.");
  }

  @Test
  void whatIsNoYamlIsRefusedWithItsLineAndReason() {
    noYaml("a:\n  b: 1\n\tc: 2\n", 3, "the line begins with a tab, but YAML is indented with");
    noYaml("a:\n  b: 1\n c: 2\n", 3, "the line is indented neither like the lines above it nor");
    noYaml("a: {b: 1\nc: 2\n", 2, "the { of line 1 is not closed, or a comma is missing.");
    noYaml("a: [1\n", 2, "the [ of line 1 is not closed, or a comma is missing.");
    noYaml("b: 1\na: \"x\n", 2, "a quote is opened here and not closed.");
    noYaml("a: \"\\q\"\n", 1, "a text in double quotes has a \\ that begins no escape.");
    noYaml("a: 5: 6\n", 1, "a value has a colon in it and is not in quotes.");
    noYaml("a:\n  b 5\n  c: 6\n", 3, "a key stands where none may be.");
    noYaml("a: 1\nb\nc: 2\n", 2, "a key has no colon behind it.");
    noYaml("a:\n  b: @5\n", 2, "a value begins with @, which YAML reserves.");
    noYaml("a: \"x\" y\n", 1, "something stands behind a value that has ended.");
    noYaml("a:\n  - b\n  c: 1\n", 3, "keys and entries of a list stand side by side.");
    noYaml("a:\n  b: 1\n  - c\n", 3, "keys and entries of a list stand side by side.");
    noYaml("a: |\n   b\n c\n", 3, "the line is indented neither like the lines above it nor");
    noYaml(
        "a: 1\nb: \u0001\n", 2, "the file holds the character U+0001, which YAML does not allow.");
    noYaml("}\n", 1, "from here on the file cannot be understood.");
  }

  private static void noYaml(String text, int line, String reason) {
    assertThatThrownBy(() -> YamlReader.read("a.yaml", text))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("a.yaml:" + line + ": this is not YAML: " + reason)
        .hasMessageContaining("\nMaybe ");
  }

  @Test
  void aFileThatMayNotBeReadIsToldAsSuch() {
    assertThat(YamlReader.unreadable("a.yaml", new AccessDeniedException("a.yaml")))
        .hasMessage(
            "a.yaml may not be read: permission denied.\n"
                + "Maybe its permissions, or those of its folder, are to be changed.");
  }

  @Test
  void aFolderAndANameThatIsEmptyAreRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> YamlReader.readFile(folder))
        .hasMessage(
            folder + " is a folder, where a file is expected.\nMaybe a file in it is meant.");
    assertThatThrownBy(() -> YamlReader.readFile(Path.of("")))
        .hasMessage("The name of the file is empty.\nMaybe a variable of the shell is empty.");
  }

  @Test
  void aListOrTextAloneIsRefused() {
    refused(
        "- 1\n",
        "a.yaml:1: the file holds a list where keys are expected.\n"
            + "Maybe write it as \"key: value\" lines, such as \"tile:\".");
  }

  @Test
  void aSecondDocumentIsRefused() {
    refused(
        "a: 1\n---\nb: 2\n",
        "a.yaml:3: a second document begins; a file holds one.\n"
            + "Maybe put it into a file of its own.");
  }

  @Test
  void aKeyWithoutAValueIsRefused() {
    refused(
        "tile:\n  rows:\n",
        "a.yaml:2: tile.rows has no value.\n"
            + "Maybe what belongs under it is not indented, or the line is to be deleted.");
  }

  @Test
  void aBinaryFileIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0xff, 0, 1});
    assertThatThrownBy(() -> YamlReader.readFile(file))
        .hasMessage(file + " is not a text in UTF-8.\nMaybe another file was meant.");
  }

  @Test
  void aHugeFileIsRefusedUnread(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("x.yaml"), new byte[(1 << 20) + 1]);
    assertThatThrownBy(() -> YamlReader.readFile(file))
        .hasMessage(
            file
                + " has 1048577 bytes; a configuration file has at most 1 MB.\n"
                + "Maybe another file was meant.");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> YamlReader.read("a.yaml", text))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }
}
