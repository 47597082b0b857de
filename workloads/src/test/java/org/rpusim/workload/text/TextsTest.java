package org.rpusim.workload.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Overrides;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.LanguageModelSpec;

class TextsTest {
  @TempDir Path folder = Path.of("");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static LanguageModelSpec spec(String... pairs) {
    return (LanguageModelSpec)
        WorkloadPresets.load("lstm-grammar", Overrides.parse(List.of(pairs))).spec();
  }

  @Test
  void symbolsAreNumberedInTheOrderOfBytesAndLabelsComeNext() {
    DataSet text = Texts.split("t", bytes("cabbageace"), 0.4);
    assertThat(text.classes()).isEqualTo(4); // a, b, c and g of "cabbag"
    assertThat(text.trainingInputs()).containsExactly(2, 0, 1, 1, 0);
    assertThat(text.trainingLabels()).containsExactly(0, 1, 1, 0, 3);
    assertThat(text.testInputs()).containsExactly(4, 0, 2); // e is unknown
    assertThat(text.testLabels()).containsExactly(0, 2, 4);
    assertThat(Texts.unknown(text)).isEqualTo(1);
  }

  @Test
  void allBytesMayBeSymbols() {
    byte[] all = new byte[512];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    DataSet text = Texts.split("t", all, 0.25);
    assertThat(text.classes()).isEqualTo(256);
    assertThat(text.trainingLabels()[254] & 0xFF).isEqualTo(255);
    assertThat(Texts.unknown(text)).isZero();
  }

  @Test
  void aPackedFileIsReadAsAPlainOne() throws IOException {
    Path plain = Files.write(folder.resolve("plain"), bytes("To be or not to be, that"));
    Path packed = folder.resolve("packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(bytes("To be or not to be, that"));
    }
    assertThat(TextFile.read(packed)).isEqualTo(TextFile.read(plain));
    DataSet text = Texts.load(spec("workload.text=file"), packed);
    assertThat(text.name()).isEqualTo("packed");
    assertThat(text.trainingCount()).isEqualTo(21);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> TextFile.read(folder.resolve("none")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("none is not there")
        .hasMessageContaining("\nMaybe");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path broken = Files.write(folder.resolve("broken"), new byte[] {0x1f, (byte) 0x8b, 1, 2});
    assertThatThrownBy(() -> TextFile.read(broken))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("broken cannot be read");
  }

  @Test
  void aTextThatIsTooShortIsRefused() {
    assertThatThrownBy(() -> Texts.split("t", bytes("abcd"), 0.1))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("4 characters, of which 4 are to train and 0 to test");
  }

  @Test
  void aWorkloadOfAFileNeedsOneAndTheGrammarNone() {
    assertThatThrownBy(() -> Texts.load(spec("workload.text=file"), null))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("there is no --text FILE");
    assertThatThrownBy(() -> Texts.load(spec(), Path.of("x")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("workload.text is grammar");
  }

  @Test
  void theGrammarIsTheSameForEverySeed() {
    DataSet text = Texts.load(spec("workload.characters=1000"), null);
    assertThat(text.trainingCount()).isEqualTo(899);
    assertThat(text.testCount()).isEqualTo(99);
    assertThat(text.trainingLabels())
        .isEqualTo(Texts.load(spec("workload.characters=1000"), null).trainingLabels());
  }
}
