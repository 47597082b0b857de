package org.rpusim.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.core.stats.Metrics;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.PointSimulator;
import org.rpusim.report.point.PointStore;
import org.rpusim.report.point.PointTask;
import org.rpusim.workload.result.EpochResult;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;

/** The runner with made-up runs: what is kept, what is run, what happens when one fails. */
final class PointRunnerTest {
  @TempDir Path folder = Path.of("");
  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  private ImmutableList<PointTask> tasks = ImmutableList.of();

  @BeforeEach
  void plan() throws IOException {
    Study study = Studies.load(TinyStudy.file(folder).toString());
    tasks = StudyPlan.of(study, study.full(), MadeUp.POINT_DATA).tasks();
  }

  /** An error that depends on point and seed alone. */
  private RunResult succeed(PointTask task, RunListener listener) {
    ran.add(task.fileName());
    listener.progress(1, 2);
    return result(task, !listener.stopRequested());
  }

  private static RunResult result(PointTask task, boolean complete) {
    double error = task.point().length() + 0.1 * task.seed();
    Metrics metrics =
        Metrics.builder()
            .put("accuracy.testErrorPercent", error)
            .put("counts.events", 12L)
            .put("name", "a text is no figure")
            .build();
    EpochResult epoch = new EpochResult(1, 0.01, 0.5 / 3, error, 1, 1, 0, 0);
    return new RunResult(metrics, ImmutableList.of(epoch), ImmutableList.of(), complete);
  }

  private RunResult failAtIdeal(PointTask task, RunListener listener) {
    if (task.point().equals("ideal")) {
      throw new IllegalStateException("an invented failure\nof two lines");
    }
    return succeed(task, listener);
  }

  private ImmutableList<PointResult> run(
      PointSimulator simulator, Path where, int threads, int stopAfter) throws IOException {
    PointStore store = new PointStore(where);
    ImmutableMap<String, PointResult> finished = store.readAll(tasks);
    return new PointRunner(simulator, store, threads, new Stopping(stopAfter)).run(tasks, finished);
  }

  private static Map<String, String> files(Path where) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(where)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void theNumberOfThreadsChangesNoResult() throws IOException {
    List<PointResult> one = run(this::succeed, folder.resolve("one"), 1, 100);
    List<PointResult> three = run(this::succeed, folder.resolve("three"), 3, 100);
    assertThat(three).isEqualTo(one).hasSize(tasks.size());
    assertThat(files(folder.resolve("three"))).isEqualTo(files(folder.resolve("one")));
  }

  @Test
  void aFailingPointIsRecordedAndTheRestGoesOn() throws IOException {
    List<PointResult> results = run(this::failAtIdeal, folder.resolve("runs"), 2, 100);
    assertThat(results).hasSize(tasks.size());
    assertThat(results)
        .filteredOn(result -> !result.succeeded())
        .hasSize(2)
        .allMatch(result -> result.point().equals("ideal"))
        .allMatch(result -> result.failure().equals("IllegalStateException: an invented failure"));
    assertThat(files(folder.resolve("runs")).get("ideal-seed1.json"))
        .contains("an invented failure");
  }

  @Test
  void whatIsDoneIsNotRunAgain() throws IOException {
    Path where = folder.resolve("runs");
    List<PointResult> first = run(this::succeed, where, 1, 3);
    assertThat(first).hasSize(3);
    ran.clear();
    List<PointResult> rest = run(this::succeed, where, 2, 100);
    assertThat(ran)
        .containsExactlyInAnyOrderElementsOf(
            tasks.subList(3, tasks.size()).stream().map(PointTask::fileName).toList());
    assertThat(rest).isEqualTo(run(this::succeed, folder.resolve("whole"), 1, 100));
  }

  @Test
  void whatFailedIsTriedAgain() throws IOException {
    Path where = folder.resolve("runs");
    run(this::failAtIdeal, where, 1, 100);
    ran.clear();
    List<PointResult> results = run(this::succeed, where, 1, 100);
    assertThat(ran).containsExactly("ideal-seed1", "ideal-seed2");
    assertThat(results).allMatch(PointResult::succeeded);
  }

  @Test
  void aRunThatIsStoppedLeavesNothing() throws IOException {
    Path where = folder.resolve("runs");
    List<PointResult> results = run(this::succeed, where, 1, 2);
    assertThat(results).hasSize(2);
    assertThat(files(where)).hasSize(2);
  }

  @Test
  void runsOfAnotherConfigurationAreRefused() throws IOException {
    Path where = folder.resolve("runs");
    run(this::succeed, where, 1, 100);
    Study other = Studies.load(TinyStudy.file(folder, "0.05", "0.07").toString());
    tasks = StudyPlan.of(other, other.full(), MadeUp.POINT_DATA).tasks();
    assertThatThrownBy(() -> run(this::succeed, where, 1, 100))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("narrow-seed1.json is of another configuration")
        .hasMessageContaining("\nMaybe give the options of the first time");
  }

  @Test
  void aFigureReadsBackToTheSameBits() throws IOException {
    Path where = folder.resolve("runs");
    List<PointResult> written = run(this::succeed, where, 1, 100);
    assertThat(new PointStore(where).readAll(tasks).values()).containsExactlyElementsOf(written);
  }

  /** Stops after some runs. */
  private static final class Stopping implements StudyListener {
    private final int after;
    private int ended;

    Stopping(int after) {
      this.after = after;
    }

    @Override
    public void started(PointTask task) {}

    @Override
    public void progress(PointTask task, double fraction) {}

    @Override
    public void ended(PointTask task, PointResult result) {
      ended++;
    }

    @Override
    public synchronized boolean stopRequested() {
      return ended >= after;
    }
  }
}
