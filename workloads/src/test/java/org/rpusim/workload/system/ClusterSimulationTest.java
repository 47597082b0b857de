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

/** Chips simulated once for many give what each chip simulated by itself gives. */
final class ClusterSimulationTest {
  /** Dense layers of 16 numbers, a tile each. */
  private static TimingSpec chain(int layers, String... settings) {
    return ClusterCases.chain(layers, 16, settings);
  }

  private static ChipSpec cluster(String preset, String... settings) {
    return ClusterCases.cluster(preset, 4, 3, settings);
  }

  private static long picoseconds(ChipSpec chip, TimingSpec spec) {
    return Math.round(number(run(chip, spec, true), "time.simulatedSeconds") * 1e12);
  }

  @Test
  void chipsInEqualStatesAreSimulatedOnceWithTheSameResult() {
    TestCases random = new TestCases(29);
    for (int i = 0; i < ClusterCases.CASES; i++) {
      String[] chipSets = {
        "cluster.chipsPerBoard=" + random.between(1, 3),
        "cluster.samplesInChip=" + random.between(1, 4),
        "cluster.chipLinkLatency=" + random.oneOf("0 ns", "3 ns", "100 ns"),
        "cluster.boardLinkBandwidth=" + random.oneOf("50 GB/s", "20 MB/s", "7 MB/s"),
        "cluster.boardPower=" + random.oneOf("0 W", "3 W"),
        "interconnect.kind=" + random.oneOf("bus", "mesh"),
        "tile.inputBufferVectors=" + random.oneOf("1", "2", "16"),
        "tile.inputBufferFull=" + random.oneOf("wait", "spill"),
      };
      ChipSpec chip = cluster(random.oneOf("gokmen2016-design2", "gokmen2016-design3"), chipSets);
      TimingSpec spec =
          chain(
              random.between(4, 12),
              "workload.cycle=" + random.oneOf("training", "inference"),
              "workload.inFlight=" + random.between(1, 9),
              "workload.samples=" + random.between(20, 90),
              "workload.expected.retries=" + random.oneOf("0", "0", "0.5"));
      String description = "case " + i + ": " + String.join(" ", chipSets) + "\n" + spec;
      ClusterCases.assertSharingChangesNothing(description, chip, spec);
    }
  }

  /** With retries a chip's plans change when something comes: its former wake-up fires in vain. */
  @Test
  void aWakeUpThatHasBeenOvertakenDoesNotMoveTheEnd() {
    ChipSpec chip =
        cluster(
            "gokmen2016-design2",
            "cluster.chipsPerBoard=2",
            "cluster.samplesInChip=3",
            "cluster.chipLinkLatency=3 ns",
            "cluster.boardLinkBandwidth=50 GB/s",
            "interconnect.kind=ideal");
    for (int samples = 12; samples <= 15; samples++) {
      TimingSpec spec =
          chain(
              11,
              "workload.cycle=inference",
              "workload.inFlight=4",
              "workload.samples=" + samples,
              "workload.expected.retries=0.5");
      ClusterCases.assertSharingChangesNothing(samples + " samples", chip, spec);
    }
  }

  @Test
  void aNetworkThatFitsOneChipOfAClusterTakesAsLongAsOnThatChipAlone() {
    for (String cycle : List.of("training", "inference")) {
      for (int inFlight : List.of(1, 4)) {
        TimingSpec spec =
            chain(
                3,
                "workload.cycle=" + cycle,
                "workload.inFlight=" + inFlight,
                "workload.samples=50");
        RunResult alone = run(cluster("gokmen2016-design2", "cluster.chips=1"), spec, true);
        RunResult among = run(cluster("gokmen2016-design2", "cluster.chips=2"), spec, true);
        ClusterCases.assertSame(
            among,
            alone,
            List.of(
                "time.simulatedSeconds",
                "conversions.count",
                "reads.cycles",
                "update.rowPulses",
                "interconnect.bits",
                "utilisation.arrays",
                "energy.byComponent.arrays",
                "energy.byComponent.integrators"));
      }
    }
  }

  /** One by one, each sample waits for each link: forward once and, in training, back once. */
  @Test
  void aHalvedLinkMovesTheEndOfAStrictRunByItsPassesTimesTheVectorsTime() {
    long bits = 16 * 16;
    long slowPs = Math.round(bits * 1e12 / (8 * 1e9));
    for (int passes = 1; passes <= 2; passes++) {
      TimingSpec spec =
          chain(
              12,
              "workload.cycle=" + (passes == 1 ? "inference" : "training"),
              "workload.samples=37");
      String[] fast = {"cluster.chipsPerBoard=2", "cluster.boardLinkBandwidth=2 GB/s"};
      String[] slow = {"cluster.chipsPerBoard=2", "cluster.boardLinkBandwidth=1 GB/s"};
      long moved =
          picoseconds(cluster("gokmen2016-design2", slow), spec)
              - picoseconds(cluster("gokmen2016-design2", fast), spec);
      assertThat(moved).isEqualTo(37L * passes * slowPs / 2);
    }
  }

  /** Fill and drain are the time of one sample; between them the slowest link sets the pace. */
  @Test
  void aPipelineTakesTheTimeOfOneSampleAndItsBottleneckForEachOther() {
    String[] sets = {"cluster.boardLinkBandwidth=4 MB/s", "cluster.chipsPerBoard=2"};
    ChipSpec chip = cluster("gokmen2016-design2", sets);
    long pacePs = Math.round(16 * 16 * 1e12 / (8 * 4e6));
    String[] common = {"workload.cycle=inference", "workload.inFlight=16"};
    long one = picoseconds(chip, chain(12, common[0], common[1], "workload.samples=1"));
    long many = picoseconds(chip, chain(12, common[0], common[1], "workload.samples=1000"));
    assertThat(many).isEqualTo(one + 999 * pacePs);
  }

  /** The pipeline drains after each epoch. */
  @Test
  void epochsFollowOneAnother() {
    ChipSpec chip = cluster("gokmen2016-design2");
    String[] sets = {"workload.inFlight=5", "workload.samples=40"};
    long once = picoseconds(chip, chain(9, sets));
    TimingSpec three = chain(9, sets[0], sets[1], "workload.epochs=3");
    RunResult shared = ClusterCases.assertSharingChangesNothing("three epochs", chip, three);
    assertThat(picoseconds(chip, three)).isEqualTo(3 * once);
    assertThat(number(shared, "samples.count")).isEqualTo(120);
  }

  @Test
  void packetsThatWaitForOneAnotherForEverAreNamed() {
    String[] sets = {
      "interconnect.kind=torus",
      "interconnect.virtualChannels=1",
      "interconnect.packetFlits=2",
      "interconnect.queueFlits=2",
      "interconnect.flitBits=64",
      "chip.tiles=64"
    };
    ChipSpec chip = cluster("gokmen2016-design2", sets);
    TimingSpec spec =
        ClusterCases.workload(
            List.of(
                "workload.inFlight=12",
                "workload.samples=20",
                "workload.inputs=64",
                "workload.layers=[{repeat: 7, units: 64, bias: false}, {units: 64, bias: false}]"));
    assertThatThrownBy(() -> run(chip, spec, true))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("Deadlock in the network of chip ")
        .hasMessageContaining("Maybe --set interconnect.virtualChannels=2");
  }

  @Test
  void energyAddsUpAndEveryPicosecondIsAccounted() {
    ChipSpec chip = cluster("gokmen2016-design2", "cluster.boardPower=3 W", "cluster.chips=6");
    TimingSpec spec = chain(12, "workload.inFlight=3", "workload.samples=60");
    RunResult result = run(chip, spec, true);
    double total = number(result, "energy.totalJoules");
    double rows = result.components().stream().mapToDouble(ComponentResult::energyJoules).sum();
    assertThat(rows).isCloseTo(total, within(1e-12 * total));
    double seconds = number(result, "time.simulatedSeconds");
    for (ComponentResult row : result.components()) {
      double accounted = row.busySeconds() + row.idleSeconds();
      for (double waited : row.waitingSeconds().values()) {
        accounted += waited;
      }
      assertThat(accounted).as(row.name()).isCloseTo(seconds, within(1e-9 * seconds));
      assertThat(row.idleSeconds()).as(row.name()).isGreaterThanOrEqualTo(0);
    }
    assertThat(number(result, "cluster.linkBits")).isEqualTo(60 * 2 * 3 * 256.0);
  }

  @Test
  void whatDoesNotFitIsSaidInASentence() {
    TimingSpec spec = chain(13);
    assertThatThrownBy(() -> run(cluster("gokmen2016-design2"), spec, true))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("need 5 chips of 3 tiles, and gokmen2016-design2 has 4.")
        .hasMessageContaining("Maybe --set cluster.chips=5.");
    assertThatThrownBy(() -> run(cluster("gokmen2016-design2", "tile.rows=4"), chain(4), true))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("Layer W1")
        .hasMessageContaining("needs 4 tiles");
  }
}
