package org.rpusim.workload.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpusim.chip.array.CrossbarArray;
import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Workers;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.engine.TimingWheel;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.execution.Executor;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.mapping.Mapping;
import org.rpusim.workload.network.Network;
import org.rpusim.workload.program.AverageCompiler;
import org.rpusim.workload.program.NetworkCompiler;

final class CopiesTest {
  private static final DataSet DATA = TestCases.data(36, 3, 6, 1);

  private static Network network(int copies, String mapping) {
    return TestCases.network(
        """
        inputs: 1 x 6 x 6
        mapping: {%s}
        layers:
          - {kind: convolution, channels: 3, kernel: 3, replicas: %d}
          - {kind: convolution, channels: 4, kernel: 2, replicas: %d}
          - {units: 3}
        """
            .formatted(mapping, copies, StrictMath.min(copies, 9)));
  }

  private static ChipSpec exact(String... settings) {
    String[] all = Arrays.copyOf(settings, settings.length + 1);
    all[settings.length] = TestCases.FLOATING_POINT;
    return TestCases.chip(all);
  }

  private static SmallTraining train(ChipSpec chip, int copies) {
    return new SmallTraining(chip, network(copies, ""), DATA).train(6);
  }

  /** Copies with exact devices see the same updates, and so hold the same weights. */
  @ParameterizedTest
  @CsvSource({"2, 4096", "5, 4096", "16, 4096", "3, 5"})
  void exactCopiesInStepTrainAsOneMatrixDoes(int copies, int side) {
    ChipSpec chip = exact("tile.rows=" + side, "tile.columns=" + side, "chip.tiles=900");
    SmallTraining one = train(chip, 1);
    SmallTraining several = train(chip, copies);
    assertThat(several.loss()).isEqualTo(one.loss());
    assertThat(several.trainedBits()).isEqualTo(one.trainedBits());
    assertThat(several.program.usefulReadOperations())
        .isEqualTo(one.program.usefulReadOperations());
    assertThat(several.program.weightUpdates()).isEqualTo(one.program.weightUpdates());
    assertThat(several.program.weights()).isEqualTo(one.program.weights());
  }

  /** 16 patches on 4 copies: 12 read cycles less, forward only as the first layer has no more. */
  @Test
  void copiesShareTheReadsOfALayer() {
    Network four =
        TestCases.network(
            """
            inputs: 1 x 6 x 6
            layers:
              - {kind: convolution, channels: 3, kernel: 3, replicas: 4}
              - {units: 3}
            """);
    Mapping mapping = Mapper.map(four, exact());
    assertThat(mapping.tiles()).isEqualTo(5);
    assertThat(mapping.layers().getFirst().readPs()).isEqualTo(4 * 80_000L);
    SmallTraining training = new SmallTraining(exact(), four, DATA).train(1);
    for (int tile = 0; tile < 4; tile++) {
      assertThat(training.counts().get("tile" + tile + ".forwardReads")).isEqualTo(4L);
      assertThat(training.counts().get("tile" + tile + ".updates")).isEqualTo(16L);
    }
  }

  /** The mean of copies, each updated with its own vectors, takes 1/copies of every step. */
  @Test
  void averagedCopiesTakeTheMeanOfTheirSteps() {
    ChipSpec chip = exact();
    Kernels kernels = Kernels.of("scalar");
    Network network =
        TestCases.network(
            """
            inputs: 1 x 6 x 6
            mapping: {replicaUpdates: averaged, averageEvery: 1}
            layers:
              - {kind: convolution, channels: 3, kernel: 3, replicas: 4}
              - {units: 3}
            """);
    Mapping mapping = Mapper.map(network, chip);
    ImmutableList<CrossbarArray> arrays = NetworkArrays.create(mapping, 1, kernels);
    ImmutableList<CrossbarArray> initial = NetworkArrays.create(mapping, 1, kernels);
    float[][] means = trainOne(mapping, chip, arrays, kernels);
    assertThat(means[1]).isEqualTo(means[0]);
    assertThat(means[3]).isEqualTo(means[0]);

    Network single =
        TestCases.network(
            """
            inputs: 1 x 6 x 6
            layers:
              - {kind: convolution, channels: 3, kernel: 3}
              - {units: 3}
            """);
    Mapping whole = Mapper.map(single, chip);
    ImmutableList<CrossbarArray> ofOne = NetworkArrays.create(whole, 1, kernels);
    float[] trained = trainOne(whole, chip, ofOne, kernels)[0];
    for (int i = 0; i < trained.length; i++) {
      float start = initial.get(0).weight(i / 10, i % 10);
      assertThat(means[0][i] - start).isCloseTo((trained[i] - start) / 4, within(1e-7f));
    }
  }

  private static float[][] trainOne(
      Mapping mapping, ChipSpec chip, ImmutableList<CrossbarArray> arrays, Kernels kernels) {
    Batches batches = batches(mapping, chip, arrays, kernels);
    Executor executor =
        new Executor(new Engine(new TimingWheel()), chip, mapping, batches.tokens(), true);
    batches.train(executor, 0, 0.1f, new int[0], () -> true);
    assertThat(batches.trainedInPass()).isEqualTo(1);
    float[][] weights = new float[arrays.size()][30];
    for (int a = 0; a < arrays.size() - 1; a++) {
      for (int i = 0; i < 30; i++) {
        weights[a][i] = arrays.get(a).weight(i / 10, i % 10);
      }
    }
    return weights;
  }

  private static Batches batches(
      Mapping mapping, ChipSpec chip, ImmutableList<CrossbarArray> arrays, Kernels kernels) {
    return new Batches(mapping, chip, arrays, DATA, 1, 1, 1, false, kernels);
  }

  /** 10 columns are read on each copy, then written with 10 trains of 10 slots in two phases. */
  @Test
  void anAverageTakesAReadAndATrainAColumn() {
    ChipSpec chip = TestCases.chip("interconnect.latency=0 ns");
    Mapping mapping = Mapper.map(network(2, "replicaUpdates: averaged, averageEvery: 3"), chip);
    assertThat(AverageCompiler.isNeeded(mapping)).isTrue();
    assertThat(AverageCompiler.isNeeded(Mapper.map(network(2, ""), chip))).isFalse();
    SmallTraining plain =
        new SmallTraining(chip, network(2, "replicaUpdates: averaged"), DATA).train(6);
    Trainer trainer =
        new Trainer(mapping, chip, DATA, 6, 1, 1, false, 1, Kernels.of("scalar"), Workers.NONE);
    Executor executor =
        new Executor(new Engine(new TimingWheel()), chip, mapping, trainer.tokens(), true);
    trainer.trainEpoch(executor, 1, 0.1, () -> true);
    var counts = executor.chip().counters().snapshot();
    long reads =
        count(plain.counts(), "tile0.forwardReads") - count(plain.counts(), "tile0.retries");
    assertThat(count(counts, "tile0.forwardReads") - count(counts, "tile0.retries"))
        .isEqualTo(reads + 2 * 10);
    assertThat(count(counts, "tile0.updates"))
        .isEqualTo(count(plain.counts(), "tile0.updates") + 2 * 10);
    assertThat(count(counts, "tile0.pulseSlots"))
        .isEqualTo(count(plain.counts(), "tile0.pulseSlots") + 2 * 10 * 10);
  }

  private static long count(Map<String, Long> counts, String name) {
    return counts.getOrDefault(name, 0L);
  }

  @Test
  void aProgramOfCopiesCountsEachVectorOnce() {
    ChipSpec chip = TestCases.chip();
    for (String updates : new String[] {"in-step", "averaged"}) {
      Mapping mapping = Mapper.map(network(3, "replicaUpdates: " + updates), chip);
      assertThat(NetworkCompiler.training(mapping, chip).weightUpdates())
          .isEqualTo(network(1, "").weightUses());
    }
  }

  @Test
  void moreCopiesThanVectorsAreRefused() {
    assertThatThrownBy(() -> network(17, ""))
        .hasMessageContaining(
            "is 17, but the layer has 16 vectors a sample, one or more for each copy.\n"
                + "Maybe 16 is meant.");
    assertThatThrownBy(() -> TestCases.network("inputs: 4\nlayers: [{units: 3, replicas: 2}]\n"))
        .hasMessageContaining("the layer has one vector a sample, which no copies can share");
  }
}
