package org.rpusim.report.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.Overrides;
import org.rpusim.report.MadeUpRun;
import org.rpusim.report.folder.RunFolder;
import org.rpusim.report.folder.StoredRun;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.study.Studies;
import org.rpusim.report.sweep.SweepFiles;
import org.rpusim.report.sweep.SweepPlan;
import org.rpusim.report.sweep.Sweeps;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.text.Texts;

/** Damaged studies, sweeps, texts, and results that a run or a sweep left. */
class ReportFuzzTest {
  private static final String STUDY =
      """
      name: bounds
      description: how narrow may the bounds be
      workload: mlp-digits
      baseline: exact
      full: {epochs: 3, seeds: 3}
      quick: {epochs: 1, samples: 40, seeds: 1}
      set: {dac.bits: 7}
      figures: [{path: time.simulatedSeconds, label: time, unit: s}]
      panels:
        - title: Weight bound
          ordered: true
          points:
            - {name: exact, inherit: false, set: {device.preset: floating-point}}
            - name: b-0.6
              label: "0.6"
              set: {device.weightBound: 0.6}
              expect:
                - {from: exact, value: 0.3, tolerance: 0.2, firmness: unconfirmed}
      """;
  private static final String SWEEP =
      """
      name: adc-and-bound
      workload: stream-reads
      design: sobol
      samples: 6
      seeds: 2
      set: {chip.tiles: 2}
      vary:
        adc.bits: 6..10
        adc.outputBound: [3, 6, 12]
        tile.readTime: 20 ns..80 ns in 4
      objectives: [time.simulatedSeconds, max:throughput.sustainedGigaOpsPerSecond]
      remarks: [a sentence]
      """;
  private static final int FEW_POINTS = 20;

  @TempDir Path folder = Path.of("");

  private Fuzzer of(String name, String text) {
    return Fuzzer.of(folder.resolve(name), text.getBytes(UTF_8));
  }

  @Test
  void studies() throws IOException {
    of("study.yaml", STUDY).read(6, file -> Studies.load(file.toString()));
  }

  @Test
  void sweeps() throws IOException {
    of("sweep.yaml", SWEEP)
        .read(
            4,
            file -> {
              SweepPlan plan = SweepPlan.of(Sweeps.expand(Sweeps.load(file.toString())));
              if (plan.points() <= FEW_POINTS) {
                SweepFiles.check(plan);
              }
            });
  }

  @Test
  void texts() throws IOException {
    LanguageModelSpec spec =
        (LanguageModelSpec)
            WorkloadPresets.load(
                    "lstm2-64",
                    Overrides.parse(ImmutableList.of("workload.text=" + LanguageModelSpec.FILE)))
                .spec();
    of("text", "a text to learn").read(2, file -> Texts.load(spec, file));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write("a text to learn, over and over again".repeat(20).getBytes(UTF_8));
    }
    Fuzzer.of(folder.resolve("text.gz"), packed.toByteArray())
        .read(3, file -> Texts.load(spec, file));
  }

  @Test
  void resultsOfPoints() throws IOException {
    String json =
        """
        {"point": "p1", "seed": 1, "fingerprint": "abc", "failure": "",
         "figures": {"time.simulatedSeconds": 1.5e-6, "events": 12, "accuracy.testError": 4},
         "epochs": [{"epoch": 1, "testErrorPercent": 9.25, "trainLoss": 0.5}]}
        """;
    of("point.json", json)
        .read(
            4,
            file -> {
              String text = new String(Files.readAllBytes(file), UTF_8);
              PointResult result = PointResult.ofJson("the file", text);
              result.json();
            });
  }

  @Test
  void filesOfRuns() throws IOException {
    Path run =
        RunFolder.at(folder.resolve("run"))
            .write(MadeUpRun.record(MadeUpRun.training(2, 2, true), 1));
    for (String name : new String[] {"metrics.json", "epochs.csv", "components.csv"}) {
      Path file = run.resolve(name);
      Fuzzer.of(file, Files.readAllBytes(file)).read(2, changed -> StoredRun.read(run));
    }
  }
}
