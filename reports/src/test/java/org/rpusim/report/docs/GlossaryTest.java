package org.rpusim.report.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.report.folder.MetricsJson;
import org.rpusim.report.folder.RunFolder;
import org.rpusim.report.folder.RunRecord;
import org.rpusim.report.folder.WallClock;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.data.DataSum;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.run.Course;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.StreamReadsSpec;
import org.rpusim.workload.spec.TimingSpec;
import org.rpusim.workload.spec.TrainingSpec;
import org.rpusim.workload.spec.WorkloadSpec;
import org.rpusim.workload.text.Texts;

/** The glossary defines every number that runs report, and nothing else. */
final class GlossaryTest {
  @TempDir static Path folder = Path.of("");

  private static final Pattern NUMBERED = Pattern.compile("\\b(tile|router|memory|chip)\\d+");
  private static final Pattern LAYER = Pattern.compile("^layers\\.\\w+\\.");
  private static final Pattern REASON = Pattern.compile("waiting\\.\\w+Seconds");
  private static final Pattern JSON_NAME = Pattern.compile("\"(\\w+)\" :");
  private static final Document GLOSSARY = Document.read("glossary.md");
  private static final RunRecord TRAINING =
      run("mlp-digits", "gokmen2016-design2", "workload.epochs=1", "workload.samples=8");
  private static final RunRecord NETWORK =
      run(
          "mlp-digits",
          "gokmen2016-design2",
          "workload.epochs=1",
          "workload.samples=8",
          "interconnect.kind=mesh",
          "chip.tiles=4");
  private static final RunRecord SHARED_NETWORK =
      run(
          "stream-reads",
          "gokmen2016-design3",
          "workload.readsPerTile=1",
          "interconnect.kind=ring",
          "chip.tiles=4");
  private static final RunRecord IDEAL =
      run("stream-reads", "gokmen2016-design3", "chip.tiles=4", "interconnect.kind=ideal");
  private static final RunRecord REACHING =
      run(
          new Course(null, false, 100.0, null),
          "mlp-digits",
          "gokmen2016-design2",
          "workload.epochs=2",
          "workload.samples=8");
  private static final RunRecord INFERRING =
      run(
          new Course(start(), true, null, null),
          "mlp-digits",
          "gokmen2016-design2",
          "workload.samples=8");
  private static final RunRecord READING =
      run("stream-reads", "gokmen2016-design3", "workload.readsPerTile=1");

  private static final RunRecord CLUSTER =
      run(
          "dnn-1t",
          "gokmen2016-cluster-design2",
          "workload.layers=[{repeat: 2, units: 4096}, {units: 9}]",
          "workload.samples=2",
          "tile.inputBufferFull=spill",
          "cluster.chipsPerLayer=2",
          "chip.tiles=1");

  private static final RunRecord TIMING = run("dnn-1g", "gokmen2016-design2", "workload.samples=2");

  private static final RunRecord LANGUAGE =
      run(
          "lstm-grammar",
          "gokmen2016-design2",
          "workload.epochs=1",
          "workload.characters=400",
          "workload.unroll=4",
          "workload.samples=8");

  @BeforeAll
  static void writeRunFolder() throws IOException {
    RunFolder.at(folder.resolve("run")).write(TRAINING);
    RunFolder.at(folder.resolve("language")).write(LANGUAGE);
  }

  @Test
  void everyPathOfAMetricsFileIsDefinedAndEveryDefinedPathExists() {
    Set<String> paths = new TreeSet<>(TRAINING.metrics().values().keySet());
    paths.addAll(READING.metrics().values().keySet());
    paths.addAll(NETWORK.metrics().values().keySet());
    paths.addAll(REACHING.metrics().values().keySet());
    paths.addAll(INFERRING.metrics().values().keySet());
    paths.addAll(LANGUAGE.metrics().values().keySet());
    paths.addAll(TIMING.metrics().values().keySet());
    paths.addAll(CLUSTER.metrics().values().keySet());
    paths.addAll(MetricsJson.byEpoch(TRAINING.result().layers()).keySet());
    assertSame(GLOSSARY.terms("metrics.json"), paths);
  }

  @Test
  void targetsAndInferenceHaveFiguresOfTheirOwn() {
    assertThat(REACHING.metrics().values())
        .containsEntry("accuracy.targetReached", true)
        .containsEntry("accuracy.epochsToTarget", 1L)
        .containsEntry(
            "time.toTargetSeconds", REACHING.result().epochs().getFirst().simulatedSeconds());
    assertThat(REACHING.result().epochs()).hasSize(1);
    assertThat(INFERRING.metrics().values())
        .containsEntry("run.inference", true)
        .containsEntry("samples.count", 359L)
        .containsEntry("update.cycles", 0L);
  }

  @Test
  void everyColumnOfTheEpochTableIsDefined() throws IOException {
    Set<String> columns = new TreeSet<>(header("epochs.csv"));
    String first = Files.readAllLines(folder.resolve("language/epochs.csv")).getFirst();
    columns.addAll(Splitter.on(',').splitToList(first));
    assertSame(GLOSSARY.terms("epochs.csv"), columns);
  }

  @Test
  void everyColumnOfTheLayerTableIsDefined() throws IOException {
    assertSame(GLOSSARY.terms("layers.csv"), header("layers.csv"));
  }

  @Test
  void everyColumnOfTheLayerTableByEpochIsDefined() throws IOException {
    assertSame(GLOSSARY.terms("layer-epochs.csv"), header("layer-epochs.csv"));
  }

  @Test
  void everyColumnOfTheComponentTableIsDefined() throws IOException {
    Set<String> columns = new TreeSet<>();
    for (String column : header("components.csv")) {
      columns.add(REASON.matcher(column).replaceAll("waiting.*Seconds"));
    }
    assertSame(GLOSSARY.terms("components.csv"), columns);
  }

  @Test
  void everyColumnOfTheCriticalPathIsDefined() throws IOException {
    assertSame(GLOSSARY.terms("critical-path.csv"), header("critical-path.csv"));
  }

  @Test
  void everyComponentIsDefined() {
    Set<String> names = new TreeSet<>();
    for (RunRecord run :
        List.of(TRAINING, READING, NETWORK, SHARED_NETWORK, IDEAL, LANGUAGE, CLUSTER)) {
      run.result().components().forEach(c -> names.add(c.name()));
    }
    assertSame(GLOSSARY.terms("Components"), names);
  }

  @Test
  void everyReasonForWaitingIsDefined() {
    assertThat(GLOSSARY.terms("Reasons for waiting"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(WaitReason.values()).map(WaitReason::key).toList());
  }

  @Test
  void everyNameOfTheWallClockFileIsDefined() throws IOException {
    Set<String> names = new TreeSet<>();
    JSON_NAME
        .matcher(Files.readString(folder.resolve("run/wallclock.json")))
        .results()
        .forEach(match -> names.add(match.group(1)));
    assertSame(GLOSSARY.terms("wallclock.json"), names);
  }

  /** A star in a term stands for any one word; numbers of tiles and names of layers are stars. */
  private static void assertSame(ImmutableSet<String> terms, Set<String> reported) {
    Set<String> undefined = new TreeSet<>();
    Set<String> unused = new TreeSet<>(terms);
    for (String name : reported) {
      String path =
          LAYER.matcher(NUMBERED.matcher(name).replaceAll("$1*")).replaceFirst("layers.*.");
      if (!unused.removeIf(term -> covers(term, path))
          && terms.stream().noneMatch(term -> covers(term, path))) {
        undefined.add(path);
      }
    }
    assertThat(undefined).as("reported, but not in the glossary").isEmpty();
    assertThat(unused).as("in the glossary, but not reported").isEmpty();
  }

  private static boolean covers(String term, String path) {
    String word = term.endsWith(".*") ? "[\\w*]+" : "\\*";
    return path.matches(term.replace(".", "\\.").replace("*", word));
  }

  private static ImmutableSet<String> header(String csv) throws IOException {
    String first = Files.readAllLines(folder.resolve("run").resolve(csv)).getFirst();
    return ImmutableSet.copyOf(Splitter.on(',').split(first));
  }

  private static Course.Start start() {
    return new Course.Start(Objects.requireNonNull(TRAINING.result().weights()), "a run");
  }

  private static RunRecord run(String workload, String chip, String... set) {
    return run(Course.WHOLE, workload, chip, set);
  }

  private static RunRecord run(Course course, String workload, String chip, String... set) {
    Overrides overrides = Overrides.parse(ImmutableList.copyOf(set));
    Configured<ChipSpec> chipFile = ChipPresets.load(chip, overrides);
    Configured<WorkloadSpec> workloadFile = WorkloadPresets.load(workload, overrides);
    WorkloadSpec spec = workloadFile.spec();
    DataSet data =
        switch (spec) {
          case TrainingSpec train -> DataSets.load(train, null, notice -> {});
          case LanguageModelSpec language -> Texts.load(language, null);
          case TimingSpec timing -> null;
          case StreamReadsSpec stream -> null;
        };
    RunOptions options = new RunOptions(1, Kernels.of("scalar"), Workers.NONE, true, null, course);
    RunResult result = Simulator.run(chipFile.spec(), spec, data, options, RunListener.NONE);
    return new RunRecord(
        workload,
        chip,
        1,
        "0",
        data == null ? null : new RunRecord.Data(data.name(), DataSum.sha256(data), false),
        result,
        chipFile.resolution().yaml() + workloadFile.resolution().yaml(),
        new WallClock(1, 1, 1, "scalar", ""));
  }
}
