package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.array.ReadOutcome;
import org.rpusim.chip.array.UpdateOutcome;
import org.rpusim.chip.cost.EnergyPerAction;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Numbers;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.program.Meaning;

/** One forced saturation: one more read cycle, on that tile, with its time and energy. */
class ForcedSaturationTest {
  private static final int SAMPLES = 5;
  private static final long FORCED_SAMPLE = 2;

  /** Lets one read saturate at its first attempt. */
  private static final class Forced implements Numbers {
    private final Numbers inner;
    private final int operation;
    private long sample;
    private long stepsOfRetry = -1;

    Forced(Numbers inner, int operation) {
      this.inner = inner;
      this.operation = operation;
    }

    @Override
    public void sampleStarted(int slot, long newSample) {
      sample = newSample;
      inner.sampleStarted(slot, newSample);
    }

    @Override
    public void read(int read, int slot, int attempt, ReadOutcome outcome) {
      inner.read(read, slot, attempt, outcome);
      if (read == operation && sample == FORCED_SAMPLE) {
        if (attempt == 0) {
          outcome.saturatedOutputs = 1;
        } else {
          stepsOfRetry = outcome.inputOnSteps;
        }
      }
    }

    @Override
    public void update(int update, int slot, UpdateOutcome outcome) {
      inner.update(update, slot, outcome);
    }

    @Override
    public void compute(int compute, int slot) {
      inner.compute(compute, slot);
    }

    @Override
    public void sampleFinished(int slot) {
      inner.sampleFinished(slot);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void addsOneReadCycleOnItsTileWithItsTimeAndEnergy(int layer) {
    ChipSpec chip = TestCases.chip(TestCases.FLOATING_POINT);
    Network network = TestCases.network(20, 12, 5);
    int rows = network.matrices().get(layer).rows();
    int columns = network.matrices().get(layer).columns();
    Pair pair = new Pair(chip, network, layer);
    long addedPs = new ClosedForm(chip).readCycle(rows);
    assertThat(pair.forced.endPs() - pair.plain.endPs()).isEqualTo(addedPs);
    assertThat(pair.addedCounts()).isEqualTo(pair.oneReadCycle(layer, rows, columns));
    EnergyPerAction energy = EnergyPerAction.of(chip);
    double expected =
        rows
                * (energy.conversionJoules()
                    + energy.integratorReadJoules()
                    + pair.wrapper().stepsOfRetry * energy.deviceStepJoules())
            + (energy.digitalWatts() + energy.interconnectWatts()) * addedPs * 1e-12;
    assertThat(pair.forced.joules() - pair.plain.joules())
        .isCloseTo(expected, within(1e-12 * pair.plain.joules()));
    assertThat(pair.forced.trainedBits()).isEqualTo(pair.plain.trainedBits());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5})
  void ofACutNetworkTouchesNoOtherTile(int tile) {
    ChipSpec chip =
        TestCases.chip(
            TestCases.FLOATING_POINT,
            "tile.rows=8",
            "tile.columns=12",
            "adc.linesPerConverter=4",
            "chip.tiles=100");
    Pair pair = new Pair(chip, TestCases.network(20, 20, 5), tile);
    int rows = pair.plain.executor.cycle(pair.operation).outputLines();
    int columns = pair.plain.executor.cycle(pair.operation).inputLines();
    assertThat(pair.addedCounts()).isEqualTo(pair.oneReadCycle(tile, rows, columns));
    assertThat(pair.forced.endPs() - pair.plain.endPs())
        .isBetween(1L, new ClosedForm(chip).readCycle(rows));
    assertThat(pair.forced.trainedBits()).isEqualTo(pair.plain.trainedBits());
  }

  /** The same training without and with one forced saturation of the read of a tile. */
  private static final class Pair {
    private final SmallTraining plain;
    private final SmallTraining forced;
    private final int operation;
    private final Forced[] used = new Forced[1];

    Pair(ChipSpec chip, Network network, int tile) {
      DataSet data = TestCases.data(network.inputs(), network.outputs(), SAMPLES, 1);
      plain = new SmallTraining(chip, network, data).train(SAMPLES);
      forced = new SmallTraining(chip, network, data);
      operation =
          forced.program.operations().stream()
              .filter(o ->
                  o.meaning() instanceof Meaning.ForwardRead read && read.block().tile() == tile)
              .findFirst()
              .orElseThrow()
              .id();
      forced.train(SAMPLES, inner -> wrap(inner));
    }

    private Forced wrap(Numbers inner) {
      used[0] = new Forced(inner, operation);
      return used[0];
    }

    Forced wrapper() {
      return used[0];
    }

    Map<String, Long> addedCounts() {
      Map<String, Long> added = new HashMap<>();
      Map<String, Long> before = plain.counts();
      forced
          .counts()
          .forEach((path, count) -> {
            long more = count - before.getOrDefault(path, 0L);
            if (more != 0) {
              added.put(path, more);
            }
          });
      return added;
    }

    Map<String, Long> oneReadCycle(int tile, int rows, int columns) {
      String path = "tile" + tile + ".";
      return Map.of(
          path + "forwardReads",
          1L,
          path + "retries",
          1L,
          path + "saturatedOutputs",
          1L,
          path + "drivenLines",
          (long) columns,
          path + "bufferedNumbers",
          (long) columns + rows,
          path + "integratedLines",
          (long) rows,
          path + "conversions",
          (long) rows,
          path + "deviceSteps",
          wrapper().stepsOfRetry * rows);
    }
  }
}
