package org.rpusim.report.folder;

import java.io.IOException;
import java.nio.file.Path;
import org.rpusim.report.html.Charts;
import org.rpusim.report.html.RunPage;

/** Writes {@code report.html} of a run, with every chart that lies in its folder. */
final class RunReport {
  private RunReport() {}

  static void write(RunRecord run, Path folder) throws IOException {
    WholeFile.write(
        folder.resolve("report.html"),
        RunPage.of(
            run.subtitle(),
            run.metrics(),
            run.result(),
            run.configYaml(),
            Charts.read(folder.resolve("charts"))));
  }
}
