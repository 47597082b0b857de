package org.rpusim.report.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.device.Devices;

/** The page on devices names every kind, and shows the example that the tests run. */
final class DevicesDocTest {
  private static final String EXAMPLE =
      "chip-models/src/test/java/org/rpusim/example/QuadraticStep.java";

  @Test
  void everyKindHasALine() {
    String kinds = String.join("\n", Document.read("devices.md").terms("What all have"));
    assertThat(kinds.lines()).containsExactlyInAnyOrderElementsOf(Devices.names());
  }

  @Test
  void theExampleIsTheOneOfTheTests() throws IOException {
    Document page = Document.read("devices.md");
    Path example = page.file().resolve("../..").resolve(EXAMPLE).normalize();
    String text = "```java\n" + Files.readString(example) + "```\n";
    if (Boolean.getBoolean("rpusim.writeDocs")) {
      Files.writeString(page.file(), page.withGenerated("example", text).text());
    } else {
      assertThat(page.generated("example")).isEqualTo(text);
    }
  }
}
