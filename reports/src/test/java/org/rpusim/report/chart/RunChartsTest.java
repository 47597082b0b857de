package org.rpusim.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.report.MadeUpRun;
import org.rpusim.workload.result.EpochResult;

final class RunChartsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aTrainingRunHasItsChartsAsPngAndSvg() throws IOException {
    RunCharts.write(MadeUpRun.training(30, 3, true), "a on b", folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "test-error.png",
              "test-error.svg",
              "efficiency.png",
              "efficiency.svg",
              "energy.png",
              "energy.svg",
              "stalls.png",
              "stalls.svg",
              "utilisation.png",
              "utilisation.svg");
    }
  }

  @Test
  void aTimingOnlyRunHasNoTestErrorChart() throws IOException {
    RunCharts.write(MadeUpRun.timingOnly(50), "a on b", folder);
    assertThat(folder.resolve("test-error.png")).doesNotExist();
    assertThat(folder.resolve("utilisation.png")).exists();
  }

  @Test
  void aPngHasTwoPixelsAUnitAndNoTimeOfDay() throws IOException {
    RunCharts.write(MadeUpRun.training(2, 1, true), "a on b", folder);
    Path png = folder.resolve("energy.png");
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isEqualTo(1800);
    assertThat(image.getHeight()).isEqualTo(1120);
    String bytes = new String(Files.readAllBytes(png), StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("tIME").doesNotContain("tEXt");
  }

  @Test
  void anSvgSaysItsTitleAsText() throws IOException {
    RunCharts.write(MadeUpRun.training(2, 1, true), "mlp on chip", folder);
    assertThat(Files.readString(folder.resolve("test-error.svg")))
        .contains("Test error by epoch", "mlp on chip", "misclassified test samples (%)");
  }

  /** A text of one symbol: its probability is 1 from the start. */
  @Test
  void aTextWithoutSurpriseHasAChartToo() {
    EpochResult epoch = new EpochResult(1, 0.01, 0, 0, 1e-3, 0.1, 0, 0, 0);
    JFreeChart chart = CrossEntropyChart.of(List.of(epoch), null, "a on b");
    assertThat(chart.getXYPlot().getRangeAxis().getUpperBound()).isEqualTo(1);
  }
}
