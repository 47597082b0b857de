package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.cost.EnergyPerAction;
import org.rpusim.chip.machine.Account;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.tile.WaitReason;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.accounting.EnergyBreakdown;
import org.rpusim.workload.accounting.Period;
import org.rpusim.workload.network.Network;

/** No time and no energy is lost, on random chips and networks; the seed is in every message. */
class AccountingTest {
  private static SmallTraining random(int seed) {
    TestCases random = new TestCases(seed);
    ChipSpec chip =
        TestCases.chip(
            "tile.rows=" + random.between(4, 30),
            "tile.columns=" + random.between(4, 30),
            "adc.linesPerConverter=" + random.between(1, 4),
            "adc.outputBound=" + random.oneOf("0.3", "1", "12"),
            "adc.conversionRate=" + random.oneOf("800 MHz", "20 MHz"),
            "chip.tiles=500",
            "tile.inputBufferVectors=" + random.between(1, 3),
            "tile.outputBufferVectors=" + random.between(1, 2),
            "tile.linkBandwidth=" + random.oneOf("90 GB/s", "1 GB/s"),
            "dac.conversionEnergy=" + random.oneOf("0 pJ", "1 pJ"),
            "tile.bufferNumberEnergy=" + random.oneOf("0 fJ", "300 fJ"),
            "tile.switchOffUnusedLines=" + random.oneOf("true", "false"),
            "device.preset=" + random.oneOf("rpu-baseline", "ideal", "floating-point"),
            "digital.sharing=" + random.oneOf("per-tile", "shared"),
            "digital.rate=" + random.oneOf("50 GOps/s", "1 GOps/s"),
            "interconnect.bandwidth=" + random.oneOf("3 TB/s", "3 GB/s"),
            "interconnect.kind=" + random.oneOf("bus", "mesh", "torus", "ring", "h-tree"),
            "interconnect.bitEnergy=1 pJ/bit",
            "management.noiseForward=" + random.oneOf("off", "abs-max"),
            "management.noiseBackward=" + random.oneOf("off", "abs-max"),
            "management.boundForward=" + random.oneOf("off", "iterative"),
            "management.boundBackward=" + random.oneOf("off", "iterative"));
    int inputs = random.between(2, 60);
    int outputs = random.between(2, 20);
    Network network =
        random.between(0, 1) == 0
            ? TestCases.network(inputs, outputs)
            : TestCases.network(inputs, random.between(2, 40), random.between(2, 40), outputs);
    int samples = random.between(1, 8);
    return new SmallTraining(
            chip, network, TestCases.data(inputs, outputs, samples, 1), random.between(1, 4))
        .train(samples);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void busyWaitingAndNothingToDoAreTheWholePeriodForEveryComponent(int seed) {
    SmallTraining training = random(seed);
    Period period = training.period;
    assertThat(period.durationPs()).isEqualTo(training.endPs()).isPositive();
    for (int i = 0; i < period.accounts().size(); i++) {
      String what = "seed %d, %s".formatted(seed, period.accounts().get(i).name());
      long sum = period.busyPs(i) + period.idlePs(i);
      assertThat(period.busyPs(i)).as(what).isBetween(0L, period.durationPs());
      assertThat(period.idlePs(i)).as(what).isNotNegative();
      for (WaitReason reason : WaitReason.values()) {
        assertThat(period.waitingPs(i, reason)).as(what + " " + reason.key()).isNotNegative();
        sum += period.waitingPs(i, reason);
      }
      assertThat(sum).as(what).isEqualTo(period.durationPs());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void energyByComponentAddsUpToTheTotal(int seed) {
    SmallTraining training = random(seed);
    EnergyBreakdown energy = new EnergyBreakdown(training.chip, training.period);
    double byPurpose = 0;
    for (double joules : energy.byPurpose().values()) {
      assertThat(joules).as("seed %d", seed).isNotNegative();
      byPurpose += joules;
    }
    assertThat(byPurpose).as("seed %d", seed).isEqualTo(energy.totalJoules());
    double byAccount = energy.byAccount().values().stream().mapToDouble(j -> j).sum();
    assertThat(byAccount)
        .as("seed %d", seed)
        .isCloseTo(energy.totalJoules(), within(1e-12 * energy.totalJoules()));
    assertThat(energy.totalJoules())
        .as("seed %d", seed)
        .isCloseTo(fromCounts(training), within(1e-12 * energy.totalJoules()));
  }

  /** One layer of 6 inputs, a bias and 4 outputs: a sample is a read and an update. */
  @Test
  void driversAndBuffersAreChargedForEveryLineOfACycle() {
    ChipSpec chip =
        TestCases.chip(
            "dac.conversionEnergy=1 pJ",
            "tile.bufferNumberEnergy=300 fJ",
            "management.boundForward=off");
    int samples = 5;
    SmallTraining training =
        new SmallTraining(
                chip, TestCases.network(6, 4), TestCases.data(6, 4, samples, 1), /* inFlight= */ 1)
            .train(samples);
    EnergyBreakdown energy = new EnergyBreakdown(chip, training.period);
    assertThat(energy.byPurpose().getOrDefault("drivers", 0.0))
        .isCloseTo(5 * 7 * 1e-12, within(1e-24));
    assertThat(energy.byPurpose().getOrDefault("buffers", 0.0))
        .isCloseTo(5 * 2 * (7 + 4) * 0.3e-12, within(1e-24));
  }

  /** The whole energy worked out anew: sums of counts over tiles × energy of an action. */
  private static double fromCounts(SmallTraining training) {
    EnergyPerAction energy = EnergyPerAction.of(training.chip);
    Period period = training.period;
    double dynamic =
        period.tileCount("conversions") * energy.conversionJoules()
            + period.tileCount("drivenLines") * energy.driverReadJoules()
            + period.tileCount("bufferedNumbers") * energy.bufferNumberJoules()
            + period.tileCount("integratedLines") * energy.integratorReadJoules()
            + period.tileCount("deviceSteps") * energy.deviceStepJoules()
            + period.tileCount("pulsedLinePicoseconds") * energy.pulseGeneratorPicosecondJoules()
            + period.tileCount("rowPulses") * energy.rowPulseJoules()
            + period.tileCount("columnPulses") * energy.columnPulseJoules()
            + period.tileCount("halfSelectedDevices") * energy.halfSelectedDeviceJoules()
            + period.tileCount("managedNumbers") * energy.managementNumberJoules()
            + period.count("interconnect.bits") * energy.interconnectBitJoules()
            + linkCount(period, "bitMicrometres") * energy.wireBitMicrometreJoules()
            + linkCount(period, "routedFlits") * energy.routerFlitJoules()
            + period.count("memory.bits") * energy.memoryBitJoules();
    return dynamic + (energy.digitalWatts() + energy.interconnectWatts()) * period.seconds();
  }

  private static long linkCount(Period period, String name) {
    return period.accounts().stream()
        .filter(account -> account.kind() == Account.Kind.INTERCONNECT)
        .mapToLong(account -> period.count(account.name() + "." + name))
        .sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void allBitsThatAreSentAreReceived(int seed) {
    Period period = random(seed).period;
    assertThat(period.count("interconnect.deliveredBits"))
        .as("seed %d", seed)
        .isEqualTo(period.count("interconnect.addressedBits"));
    long flits = linkCount(period, "flits");
    assertThat(linkCount(period, "routedFlits")).as("seed %d", seed).isLessThanOrEqualTo(flits);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theSameRunTwiceCountsTheSame(int seed) {
    SmallTraining first = random(seed);
    SmallTraining second = random(seed);
    assertThat(second.counts()).as("seed %d", seed).isEqualTo(first.counts());
    assertThat(second.endPs()).as("seed %d", seed).isEqualTo(first.endPs());
    assertThat(second.trainedBits()).as("seed %d", seed).isEqualTo(first.trainedBits());
  }
}
