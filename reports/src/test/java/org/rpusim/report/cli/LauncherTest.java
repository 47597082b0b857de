package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher in a folder of its own, with a Maven that does nothing. */
final class LauncherTest {
  @TempDir Path root = Path.of("");

  @BeforeEach
  void copyLauncher() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")));
    Files.copy(Path.of("..", "rpusim"), root.resolve("rpusim"));
    Files.createFile(root.resolve("pom.xml"));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void anInterruptEndsABuildQuietlyAndTheNextStartBuilds(String signal, int code)
      throws IOException, InterruptedException {
    Path pid = root.resolve("pid");
    maven("echo $$ >" + pid + ".new; mv " + pid + ".new " + pid + "; exec sleep 600");
    Process process = start();
    while (process.isAlive() && !Files.exists(pid)) {
      Thread.sleep(20);
    }
    new ProcessBuilder("/bin/kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    long maven = Long.parseLong(Files.readString(pid).strip());
    assertThat(ProcessHandle.of(maven).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(root.resolve("errors")).content().isEqualTo("building rpusim (once) …\n");
    assertThat(process.exitValue()).isEqualTo(code);
    assertThat(root.resolve("reports/target/build.lock")).doesNotExist();

    maven("echo no compiler; exit 1");
    Process next = start();
    assertThat(next.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(root.resolve("errors")).content().contains("no compiler\nrpusim could not be built");
    assertThat(next.exitValue()).isEqualTo(2);
    assertThat(root.resolve("reports/target/build.lock")).doesNotExist();
  }

  private void maven(String command) throws IOException {
    Path file = Files.createDirectories(root.resolve("bin")).resolve("mvn");
    Files.writeString(file, "#!/bin/bash\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Process start() throws IOException, InterruptedException {
    List<String> line = ProcessTest.heedingInterrupts();
    line.addAll(List.of("/bin/bash", root.resolve("rpusim").toString(), "list"));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                root.resolve("bin") + ":" + System.getenv("PATH"),
                "RPUSIM_JAVA_HOME",
                System.getProperty("java.home")));
    return builder.redirectError(root.resolve("errors").toFile()).start();
  }
}
