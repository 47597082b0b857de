package org.rpusim.report.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.Configured;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.preset.ChipPresets;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.result.RunListener;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.run.Course;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.LanguageModelSpec;
import org.rpusim.workload.spec.WorkloadSpec;
import org.rpusim.workload.text.Texts;

/** A long run of a study that is stopped goes on where it was. */
final class PointCheckpointsTest {
  @TempDir Path base = Path.of("");

  /** Stops a run behind some characters, and notes how far it was at first. */
  private static final class Stopper implements RunListener {
    private final long after;
    private final List<Long> seen = new ArrayList<>();

    Stopper(long after) {
      this.after = after;
    }

    @Override
    public void progress(long done, long total) {
      seen.add(done);
    }

    @Override
    public boolean stopRequested() {
      return seen.getLast() >= after;
    }
  }

  private static PointTask task(String units) {
    Overrides overrides =
        Overrides.parse(
            List.of(
                "workload.characters=3000",
                "workload.epochs=2",
                "workload.layers[0].units=" + units));
    Configured<ChipSpec> chip = ChipPresets.load("gokmen2016-design2", Overrides.NONE);
    Configured<WorkloadSpec> workload = WorkloadPresets.load("lstm-grammar", overrides);
    LanguageModelSpec spec = (LanguageModelSpec) workload.spec();
    return new PointTask("a", 1, 1, chip, workload, Texts.load(spec, null));
  }

  private static RunResult run(PointTask task, Course course, RunListener listener) {
    return Simulator.run(
        task.chip().spec(),
        task.workload().spec(),
        task.data(),
        new RunOptions(
            task.seed(), Kernels.of("scalar"), Workers.NONE, /* fastForward= */ true, null, course),
        listener);
  }

  @Test
  void aRunThatWasStoppedGoesOnBehindWhatWasDoneToTheSameResult() throws Exception {
    PointTask task = task("4");
    Path folder = base.resolve("checkpoints");
    PointCheckpoints checkpoints = new PointCheckpoints(folder);
    RunResult stopped = run(task, checkpoints.course(task), new Stopper(1500));
    checkpoints.close();
    assertThat(stopped.complete()).isFalse();
    assertThat(folder).isDirectoryContaining("glob:**/a-seed1-*.checkpoint");

    Stopper never = new Stopper(Long.MAX_VALUE);
    RunResult resumed = run(task, checkpoints.course(task), never);
    assertThat(never.seen.getFirst()).isGreaterThan(1500);
    RunResult whole = run(task, Course.WHOLE, RunListener.NONE);
    assertThat(resumed.metrics().values()).isEqualTo(whole.metrics().values());
    assertThat(resumed.epochs()).isEqualTo(whole.epochs());
    checkpoints.ended(task);
    checkpoints.close();
    assertThat(Files.exists(folder)).isFalse();
  }

  @Test
  void aCheckpointOfAnotherConfigurationIsNotOpened() {
    PointCheckpoints checkpoints = new PointCheckpoints(base.resolve("checkpoints"));
    PointTask first = task("4");
    run(first, checkpoints.course(first), new Stopper(1500));
    PointTask other = task("5");
    RunResult result = run(other, checkpoints.course(other), RunListener.NONE);
    assertThat(result.metrics().values())
        .isEqualTo(run(other, Course.WHOLE, RunListener.NONE).metrics().values());
  }
}
