package org.rpusim.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.chip.config.Overrides;
import org.rpusim.chip.math.Kernels;
import org.rpusim.core.Version;
import org.rpusim.report.point.PointData;
import org.rpusim.report.point.PointResult;
import org.rpusim.report.point.PointSimulator;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSets;
import org.rpusim.workload.data.DataSum;
import org.rpusim.workload.preset.WorkloadPresets;
import org.rpusim.workload.run.RunOptions;
import org.rpusim.workload.run.Simulator;
import org.rpusim.workload.spec.TrainingSpec;

/** What the driver of a cluster does, whatever the cluster does. */
@Timeout(60)
final class ClusterRunnerTest {
  private static final PointSimulator SIMULATOR =
      (task, listener) ->
          Simulator.run(
              task.chip().spec(),
              task.workload().spec(),
              task.data(),
              new RunOptions(task.seed(), Kernels.of("scalar")),
              listener);

  @TempDir Path base = Path.of("");

  /** Ends runs last come, first served; loses the first and gives one up. */
  private static final class Upset implements PointCluster {
    private record Given(int run, PointParcel parcel, @Nullable DataSet data) {}

    private final Deque<Given> given = new ArrayDeque<>();
    private final List<Integer> handedOver = new ArrayList<>();
    private final int givenUp;
    private boolean lostOne;

    Upset(int givenUp) {
      this.givenUp = givenUp;
    }

    @Override
    public int slots() {
      return 2;
    }

    @Override
    public void submit(int run, PointParcel parcel, @Nullable DataSet data) {
      given.push(new Given(run, parcel, data));
      handedOver.add(run);
    }

    @Override
    public void poll(Follower follower) {
      if (!lostOne) {
        lostOne = true;
        follower.began(handedOver.getFirst());
        follower.lost(handedOver.getFirst());
      } else if (!given.isEmpty()) {
        Given one = given.pop();
        follower.began(one.run());
        if (one.run() == givenUp) {
          follower.failed(one.run(), "its process died each time");
        } else {
          follower.ended(one.run(), one.parcel().evaluate(one.data(), () -> false));
        }
        // What comes late of a run that has ended is nobody's business.
        follower.lost(one.run());
      }
    }

    @Override
    public void close() {}
  }

  private static final class Counting implements SweepRunner.Listener {
    private final List<String> calls = new ArrayList<>();

    @Override
    public void progress(int run, double fraction) {
      calls.add("begun " + run);
    }

    @Override
    public void lost(int run) {
      calls.add("lost " + run);
    }

    @Override
    public void ended(int run, PointResult result) {
      calls.add((result.succeeded() ? "done " : "failed ") + run);
    }

    @Override
    public boolean stopRequested() {
      return false;
    }
  }

  private static SweepPlan plan() {
    SweepRequest request = new SweepRequest();
    request.workload("mlp-digits");
    request.set("workload.epochs", "1");
    request.seeds(2);
    request.varyAll(ImmutableList.of("workload.samples=2,8,4"));
    return SweepPlan.of(request.sweep());
  }

  private static SimulatedPoints points(SweepPlan plan) {
    return new SimulatedPoints(
        plan.sweep(),
        SIMULATOR,
        new PointData(workload -> DataSets.load(workload, null, notice -> {}), null));
  }

  private static List<String> results(Path folder, int except) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int point = 1; point <= 3; point++) {
      for (int seed = 1; seed <= 2; seed++) {
        if (point - 1 + 3 * (seed - 1) != except) {
          texts.add(
              Files.readString(folder.resolve("points/p00000" + point + "-seed" + seed + ".json")));
        }
      }
    }
    return texts;
  }

  @Test
  void resultsAreThoseOfThreadsInWhateverOrderTheyComeAndTheLongestGoFirst() throws IOException {
    SweepPlan plan = plan();
    Path here = base.resolve("here");
    new SweepRunner(new SweepWriter(plan, here), points(plan), 1).run(new BitSet(), new Counting());
    Path there = base.resolve("there");
    Upset cluster = new Upset(4);
    Counting listener = new Counting();
    SweepWriter writer = new SweepWriter(plan, there);
    new ClusterRunner(writer, points(plan), cluster).run(new BitSet(), listener);
    // Samples 2, 8, 4 with two seeds: runs 1 and 4 are the longest, runs 0 and 3 the shortest.
    assertThat(cluster.handedOver).containsExactly(1, 4, 2, 5, 0, 3);
    assertThat(listener.calls).contains("lost 1", "failed 4").hasSize(1 + 6 + 1 + 6);
    assertThat(results(there, 4)).isEqualTo(results(here, 4));
    assertThat(Files.readString(there.resolve("points/p000002-seed2.json")))
        .contains("its process died each time");
    Upset second = new Upset(-1);
    BitSet finished = new SweepRunner(new SweepWriter(plan, there), points(plan), 1).finished();
    new ClusterRunner(writer, points(plan), second).run(finished, new Counting());
    assertThat(second.handedOver).as("the failed run alone goes again").containsExactly(4);
  }

  @Test
  void pointsOfALanguageModelLearnTheSameTextHereAndThere() throws IOException {
    SweepRequest request = new SweepRequest();
    request.workload("lstm-grammar");
    request.set("workload.characters", "500");
    request.set("workload.epochs", "1");
    request.set("workload.unroll", "10");
    request.set("workload.layers[0].units", "4");
    request.varyAll(ImmutableList.of("workload.samples=50,200,100"));
    request.seeds(2);
    SweepPlan plan = SweepPlan.of(request.sweep());
    Path here = base.resolve("here");
    new SweepRunner(new SweepWriter(plan, here), points(plan), 1).run(new BitSet(), new Counting());
    Path there = base.resolve("there");
    Upset cluster = new Upset(-1);
    new ClusterRunner(new SweepWriter(plan, there), points(plan), cluster)
        .run(new BitSet(), new Counting());
    assertThat(cluster.handedOver.subList(0, 2)).as("the longest").containsExactly(1, 4);
    assertThat(results(there, -1)).isEqualTo(results(here, -1));
    assertThat(results(here, -1)).allSatisfy(row -> assertThat(row).contains("CrossEntropyNats"));
  }

  @Test
  void aDataSetThatChangedOnItsWayIsRefused() {
    TrainingSpec workload =
        (TrainingSpec) WorkloadPresets.load("mlp-digits", Overrides.NONE).spec();
    DataSet data = DataSets.load(workload, null, notice -> {});
    byte[] packed = DataParcel.pack(data);
    assertThat(DataSum.of(DataParcel.unpack(packed))).isEqualTo(DataSum.of(data));
    packed[packed.length / 2] ^= 1;
    assertThatThrownBy(() -> DataParcel.unpack(packed)).hasMessageContaining("did not arrive");
  }

  @Test
  void aRunOfAnotherVersionIsRefusedAndOneThatFailsIsARow() {
    PointParcel foreign = new PointParcel("p000001", 1, "sum", "0.0", "", "");
    assertThatThrownBy(() -> foreign.evaluate(null, () -> false)).hasMessageContaining("of 0.0");
    PointParcel wrong =
        new PointParcel("p000001", 7, "sum", Version.current(), "chip: 1", "workload: 2");
    PointResult result = PointResult.ofJson("row", wrong.evaluate(null, () -> false));
    assertThat(result.failure()).startsWith("chip of p000001");
    assertThat(result.seed()).isEqualTo(7);
    assertThat(result.figures()).isEqualTo(ImmutableMap.of());
  }
}
