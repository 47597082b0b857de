package org.rpusim.report.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.report.MadeUpRun;

final class StoredRunTest {
  @TempDir Path base = Path.of("");

  private Path run() throws IOException {
    return RunFolder.at(base.resolve("run"))
        .write(MadeUpRun.record(MadeUpRun.training(3, 2, true), 1));
  }

  @Test
  void theReportAgainHasTheSameBytes() throws IOException {
    Path run = run();
    String before = Files.readString(run.resolve("report.html"));
    byte[] chart = Files.readAllBytes(run.resolve("charts/efficiency.svg"));
    Files.delete(run.resolve("report.html"));
    Files.delete(run.resolve("charts/efficiency.svg"));
    StoredRun.read(run).writeReport();
    assertThat(Files.readString(run.resolve("report.html")).equals(before)).isTrue();
    assertThat(Files.readAllBytes(run.resolve("charts/efficiency.svg"))).isEqualTo(chart);
  }

  @Test
  void whatIsStoredReadsBackToTheSame() throws IOException {
    RunRecord record = MadeUpRun.record(MadeUpRun.training(3, 2, true), 1);
    StoredRun stored = StoredRun.read(run());
    assertThat(stored.metrics().values()).isEqualTo(record.metrics().values());
    assertThat(stored.result().epochs()).isEqualTo(record.result().epochs());
    assertThat(stored.configYaml()).isEqualTo(record.configYaml());
    assertThat(stored.subtitle()).isEqualTo(record.subtitle());
  }

  @Test
  void listsByEpochAreLeftOut() throws IOException {
    Path run = run();
    ImmutableMap<String, Object> before =
        ImmutableMap.copyOf(StoredRun.read(run).metrics().values());
    String text = Files.readString(run.resolve("metrics.json"));
    String more =
        text.replaceFirst("\\{", "{ \"layers\" : { \"W1\" : { \"byEpoch\" : [ 1, 2 ] } },");
    Files.writeString(run.resolve("metrics.json"), more);
    assertThat(StoredRun.read(run).metrics().values()).isEqualTo(before);
  }

  @Test
  void thePageNeedsNothingFromElsewhereAndShowsEveryChartOfTheFolder() throws IOException {
    Path run = run();
    Files.writeString(run.resolve("charts/floor-plan.svg"), "<svg xmlns='x'/>");
    StoredRun.read(run).writeReport();
    String page = Files.readString(run.resolve("report.html"));
    assertThat(page)
        .contains("alt=\"floor plan\"", "alt=\"test error\"", "alt=\"efficiency\"")
        .doesNotContain("http:", "https:", "src=\"/", "@import", "url(");
  }

  @Test
  void damagedFilesAreRefusedInASentence() throws IOException {
    assertThatThrownBy(() -> StoredRun.read(base))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is no run folder: it has no metrics.json.");
    Path run = run();
    Files.writeString(run.resolve("epochs.csv"), "epoch,learningRate\n1,x\n");
    assertThatThrownBy(() -> StoredRun.read(run))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("has no number in its column learningRate");
    Files.writeString(run.resolve("metrics.json"), "{\"a\": ");
    assertThatThrownBy(() -> StoredRun.read(run))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is not JSON as rpusim writes it");
  }
}
