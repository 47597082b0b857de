package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.report.docs.Document;

/** The example of the README, from its text to what it says of the result. */
final class ReadmeTest {
  private static final Pattern SAID =
      Pattern.compile("trains it to ([\\d.]+) % test error in ([\\d.]+ ms) on the chip");
  private static final Pattern ERROR = Pattern.compile("test error +([\\d.]+) %");

  @TempDir Path base = Path.of("");

  /** The example that stands behind a file's name. */
  private Path file(String readme, String name) throws IOException {
    String begin = "`" + name + "`:\n\n```yaml\n";
    int from = readme.indexOf(begin);
    assertThat(from).as(name).isNotNegative();
    String text = readme.substring(from + begin.length());
    return Files.writeString(base.resolve(name), text.substring(0, text.indexOf("```")));
  }

  @Test
  void theExampleTrainsToWhatTheReadmeSays() throws IOException {
    String readme = Document.read("../README.md").text();
    String chip = file(readme, "my-chip.yaml").toString();
    String net = file(readme, "my-net.yaml").toString();
    StringWriter out = new StringWriter();
    Cli cli = new Cli(new PrintWriter(out), new PrintWriter(out), new SimulatorBackend());
    assertThat(cli.execute("check", chip, net)).isZero();
    String folder = base.resolve("run").toString();
    assertThat(cli.execute("run", net, "--chip", chip, "--quiet", "--out", folder)).isZero();
    Matcher said = SAID.matcher(readme);
    Matcher error = ERROR.matcher(out.toString());
    assertThat(said.find() && error.find()).isTrue();
    assertThat(said.group(1)).as("test error in README.md").isEqualTo(error.group(1));
    assertThat(out.toString()).containsPattern("simulated time +" + Pattern.quote(said.group(2)));
  }
}
