package org.rpusim.workload.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.rpusim.workload.system.ClusterCases.number;
import static org.rpusim.workload.system.ClusterCases.run;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.result.ComponentResult;
import org.rpusim.workload.result.RunResult;
import org.rpusim.workload.spec.TimingSpec;

/** Layers that are spread over several chips of a cluster. */
final class TeamTest {
  /** Dense layers of 32 numbers, four tiles each. */
  private static TimingSpec chain(int layers, String... settings) {
    return ClusterCases.chain(layers, 32, settings);
  }

  private static ChipSpec cluster(String preset, String... settings) {
    return ClusterCases.cluster(preset, 12, 4, settings);
  }

  @Test
  void teamsInEqualStatesAreSimulatedOnceWithTheSameResult() {
    TestCases random = new TestCases(31);
    for (int i = 0; i < ClusterCases.CASES; i++) {
      String[] chipSets = {
        "cluster.chipsPerLayer=" + random.oneOf("2", "3", "4"),
        "cluster.chipsPerBoard=" + random.between(1, 5),
        "cluster.samplesInChip=" + random.between(1, 3),
        "cluster.chipLinkLatency=" + random.oneOf("0 ns", "3 ns", "100 ns"),
        "cluster.boardLinkBandwidth=" + random.oneOf("50 GB/s", "20 MB/s"),
        "interconnect.kind=" + random.oneOf("bus", "mesh", "ideal"),
        "tile.inputBufferVectors=" + random.oneOf("1", "2", "16"),
        "tile.inputBufferFull=" + random.oneOf("wait", "spill"),
      };
      ChipSpec chip = cluster(random.oneOf("gokmen2016-design2", "gokmen2016-design3"), chipSets);
      TimingSpec spec =
          chain(
              random.between(2, 9),
              "workload.cycle=" + random.oneOf("training", "inference"),
              "workload.inFlight=" + random.between(1, 6),
              "workload.samples=" + random.between(20, 60));
      String description = "case " + i + ": " + String.join(" ", chipSets) + "\n" + spec;
      assertAddsUp(description, ClusterCases.assertSharingChangesNothing(description, chip, spec));
    }
  }

  private static void assertAddsUp(String description, RunResult result) {
    double total = number(result, "energy.totalJoules");
    double rows = result.components().stream().mapToDouble(ComponentResult::energyJoules).sum();
    assertThat(rows).as(description).isCloseTo(total, within(1e-12 * total));
    double seconds = number(result, "time.simulatedSeconds");
    for (ComponentResult row : result.components()) {
      double accounted = row.busySeconds() + row.idleSeconds();
      for (double waited : row.waitingSeconds().values()) {
        accounted += waited;
      }
      assertThat(accounted).as(row.name()).isCloseTo(seconds, within(1e-9 * seconds));
      assertThat(row.idleSeconds()).as(row.name()).isGreaterThanOrEqualTo(0);
    }
  }

  /** Work of arrays, converters and digital units is that of whole layers on larger chips. */
  @Test
  void spreadLayersDoTheSameWork() {
    TimingSpec spec = chain(6, "workload.samples=30");
    RunResult whole = run(cluster("gokmen2016-design2"), spec, true);
    RunResult spread = run(cluster("gokmen2016-design2", "cluster.chipsPerLayer=4"), spec, true);
    ClusterCases.assertSame(
        spread,
        whole,
        List.of("reads.cycles", "update.cycles", "conversions.count", "energy.byComponent.arrays"));
    assertThat(number(spread, "cluster.chipsInUse")).isEqualTo(8);
    assertThat(number(spread, "mapping.tiles")).isEqualTo(number(whole, "mapping.tiles"));
  }

  /**
   * Two chips with two rows of blocks, the upper two blocks on the first. Forward a layer's 16 + 16
   * outputs each go to the other chip, but the last layer's, of which the lower half goes back; the
   * sample comes to the first chip and goes on to the second.
   */
  @Test
  void theBitsBetweenTheChipsOfATeamAreThoseOfTheHalvesThatTheOtherNeeds() {
    String[] sets = {"cluster.chipsPerLayer=2", "cluster.chips=2", "chip.tiles=8"};
    TimingSpec spec = chain(4, "workload.samples=25", "workload.cycle=inference");
    RunResult result = run(cluster("gokmen2016-design2", sets), spec, true);
    long sample = 32;
    long between = 3 * (16 + 16);
    long outputs = 16;
    assertThat(number(result, "cluster.linkBits"))
        .isEqualTo(25 * 16.0 * (sample + between + outputs));
    assertThat(number(result, "cluster.chipsInUse")).isEqualTo(2);
  }

  /**
   * The sample is on the first chip at once and on the second a link later. Each layer there waits
   * for both halves of the one before: layers 1 to 4 begin after 0, 2, 2 and 4 links on the first
   * chip, after 1, 1, 3 and 3 on the second, whose outputs then take one more.
   */
  @Test
  void theEndMovesByTheLatencyOfTheLinksInTheWayOfASample() {
    TimingSpec spec = chain(4, "workload.samples=25", "workload.cycle=inference");
    long[] ends = new long[2];
    for (int i = 0; i < 2; i++) {
      String[] sets = {
        "cluster.chipsPerLayer=2",
        "cluster.chips=2",
        "chip.tiles=8",
        "cluster.chipLinkLatency=" + (i == 0 ? "1 us" : "3 us")
      };
      RunResult result = run(cluster("gokmen2016-design2", sets), spec, true);
      ends[i] = Math.round(number(result, "time.simulatedSeconds") * 1e12);
    }
    assertThat(ends[1] - ends[0]).isEqualTo(25 * 4 * 2_000_000L);
  }

  @Test
  void aLayerTooLargeForOneChipFitsATeam() {
    TimingSpec spec = chain(2, "workload.samples=3");
    assertThatThrownBy(() -> run(cluster("gokmen2016-design2", "chip.tiles=2"), spec, true))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("Layer W1")
        .hasMessageContaining("needs 4 tiles")
        .hasMessageContaining("cluster.chipsPerLayer=2");
    RunResult spread =
        run(cluster("gokmen2016-design2", "chip.tiles=2", "cluster.chipsPerLayer=2"), spec, true);
    assertThat(number(spread, "cluster.chipsInUse")).isEqualTo(4);
  }

  @Test
  void chipsThatTeamsCannotShareAreRefused() {
    assertThatThrownBy(() -> cluster("gokmen2016-design2", "cluster.chipsPerLayer=5"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("must divide cluster.chips, which is 12")
        .hasMessageContaining("Maybe --set cluster.chips=15.");
  }
}
