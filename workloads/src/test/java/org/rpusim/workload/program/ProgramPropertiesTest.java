package org.rpusim.workload.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpusim.chip.interconnect.Transfer;
import org.rpusim.chip.interconnect.Transfer.Place;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.workload.TestCases;
import org.rpusim.workload.mapping.Block;
import org.rpusim.workload.mapping.Mapper;
import org.rpusim.workload.network.MatrixLayer;
import org.rpusim.workload.network.Network;

/** What holds for the program of every network on every chip; 15 random pairs a kind of chip. */
class ProgramPropertiesTest {
  private static final int SEEDS = 15;

  private record Case(int seed, boolean shared, Network network, Program program) {
    static Case of(int seed, String sharing) {
      TestCases random = new TestCases(seed);
      ChipSpec chip =
          TestCases.chip(
              "tile.rows=" + random.between(2, 12),
              "tile.columns=" + random.between(2, 12),
              "adc.linesPerConverter=2",
              "chip.tiles=60000",
              "digital.sharing=" + sharing,
              "management.noiseForward=" + random.oneOf("off", "abs-max"),
              "management.noiseBackward=" + random.oneOf("off", "abs-max"),
              "management.boundForward=" + random.oneOf("off", "iterative"),
              "management.boundBackward=" + random.oneOf("off", "iterative"));
      Network network =
          TestCases.network(
              random.between(1, 30),
              random.between(1, 30),
              random.between(1, 30),
              random.between(2, 20));
      Program program = NetworkCompiler.training(Mapper.map(network, chip), chip);
      return new Case(seed, sharing.equals("shared"), network, program);
    }
  }

  private static List<Case> cases(String sharing) {
    List<Case> cases = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      cases.add(Case.of(seed, sharing));
    }
    return cases;
  }

  @ParameterizedTest
  @ValueSource(strings = {"per-tile", "shared"})
  void everyOperationStandsBehindItsPredecessors(String sharing) {
    for (Case c : cases(sharing)) {
      int id = 0;
      for (Operation operation : c.program.operations()) {
        assertThat(operation.id()).as("seed %d", c.seed).isEqualTo(id++);
        assertThat(operation.predecessors().stream().max().orElse(-1))
            .as("seed %d, %s", c.seed, operation.name())
            .isLessThan(operation.id());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"per-tile", "shared"})
  void everyWeightIsReadForwardOnceBackwardOnceAndUpdatedOnce(String sharing) {
    for (Case c : cases(sharing)) {
      for (int layer = 0; layer < c.network.layers().size(); layer++) {
        int current = layer;
        assertCoverage(
            c, layer, 1, m -> m instanceof Meaning.ForwardRead(int l, Block b) && l == current);
        assertCoverage(
            c,
            layer,
            layer == 0 ? 0 : 1,
            m -> m instanceof Meaning.BackwardRead(int l, Block b) && l == current);
        assertCoverage(
            c, layer, 1, m -> m instanceof Meaning.Update(int l, Block b) && l == current);
      }
      long weights = c.network.weights();
      assertThat(c.program.weightUpdates()).isEqualTo(weights);
      assertThat(c.program.usefulReadOperations())
          .isEqualTo(2 * (2 * weights - c.network.matrices().getFirst().weights()));
    }
  }

  private static void assertCoverage(Case c, int layer, int times, Predicate<Meaning> chosen) {
    MatrixLayer matrix = c.network.matrices().get(layer);
    int[] hits = new int[(int) matrix.weights()];
    for (Operation operation : c.program.operations()) {
      if (chosen.test(operation.meaning())) {
        Block block = blockOf(operation.meaning());
        for (int row = 0; row < block.rows(); row++) {
          for (int column = 0; column < block.columns(); column++) {
            int at = (block.firstRow() + row) * matrix.columns() + block.firstColumn() + column;
            hits[at]++;
          }
        }
      }
    }
    assertThat(hits).as("seed %d, layer %d", c.seed, layer).containsOnly(times);
  }

  private static Block blockOf(Meaning meaning) {
    return switch (meaning) {
      case Meaning.ForwardRead(int layer, Block block) -> block;
      case Meaning.BackwardRead(int layer, Block block) -> block;
      case Meaning.Update(int layer, Block block) -> block;
      default -> throw new IllegalArgumentException(meaning + " has no block");
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"per-tile", "shared"})
  void numbersTravelOnlyBetweenDifferentPlaces(String sharing) {
    for (Case c : cases(sharing)) {
      for (Operation operation : c.program.operations()) {
        if (operation.step() instanceof Step.Send send) {
          Transfer transfer = send.transfer();
          String what = "seed %d, %s".formatted(c.seed, operation.name());
          assertThat(transfer.to()).as(what).isNotEmpty().doesNotHaveDuplicates();
          assertThat(transfer.to()).as(what).doesNotContain(transfer.from());
          assertThat(transfer.bits()).as(what).isPositive();
        }
        assertThat(operation.step() instanceof Step.Link && c.shared).isFalse();
      }
    }
  }

  /** A read of a layer follows all reads of the layer before it whose outputs it takes. */
  @ParameterizedTest
  @ValueSource(strings = {"per-tile", "shared"})
  void aReadWaitsForEveryNumberThatItTakes(String sharing) {
    for (Case c : cases(sharing)) {
      BitSet[] before = ancestors(c.program);
      List<Operation> meaningful =
          c.program.operations().stream().filter(o -> !o.meaning().equals(Meaning.MOVES)).toList();
      for (Operation read : meaningful) {
        for (Operation source : meaningful) {
          if (feeds(source.meaning(), read.meaning())) {
            if (!before[read.id()].get(source.id())) {
              fail("seed %d: %s does not wait for %s", c.seed, read.name(), source.name());
            }
          }
        }
      }
    }
  }

  private static boolean feeds(Meaning source, Meaning taker) {
    if (source instanceof Meaning.ForwardRead(int layer, Block from)) {
      return switch (taker) {
        case Meaning.ForwardRead(int next, Block to) ->
            next == layer + 1
                && overlap(from.firstRow(), from.rows(), to.firstColumn(), to.columns());
        case Meaning.LossGradient() -> true;
        default -> false;
      };
    }
    if (source instanceof Meaning.BackwardRead(int layer, Block from)) {
      return switch (taker) {
        case Meaning.BackwardRead(int next, Block to) ->
            next == layer - 1
                && overlap(from.firstColumn(), from.columns(), to.firstRow(), to.rows());
        case Meaning.Update(int same, Block to) -> same == layer && to.equals(from);
        default -> false;
      };
    }
    return source instanceof Meaning.LossGradient
        && (taker instanceof Meaning.BackwardRead || taker instanceof Meaning.Update);
  }

  private static boolean overlap(int firstA, int countA, int firstB, int countB) {
    return firstA < firstB + countB && firstB < firstA + countA;
  }

  private static BitSet[] ancestors(Program program) {
    BitSet[] sets = new BitSet[program.operations().size()];
    for (Operation operation : program.operations()) {
      BitSet set = new BitSet();
      operation
          .predecessors()
          .forEach(p -> {
            set.set(p);
            set.or(sets[p]);
          });
      sets[operation.id()] = set;
    }
    return sets;
  }

  @ParameterizedTest
  @ValueSource(strings = {"per-tile", "shared"})
  void everyBufferThatIsTakenIsGivenBack(String sharing) {
    for (Case c : cases(sharing)) {
      int[] inputs = new int[c.program.tiles()];
      int[] outputs = new int[c.program.tiles()];
      for (Operation operation : c.program.operations()) {
        BufferUse use = operation.buffers();
        if (use.acquiresInputOf() >= 0) {
          inputs[use.acquiresInputOf()]++;
        }
        if (use.releasesInputOf() >= 0) {
          inputs[use.releasesInputOf()]--;
        }
        if (operation.step() instanceof Step.RunArray(int tile, var cycle)
            && !(operation.meaning() instanceof Meaning.Update)) {
          outputs[tile]++;
        }
        if (use.releasesOutputOf() >= 0) {
          outputs[use.releasesOutputOf()]--;
        }
      }
      assertThat(inputs).as("seed %d", c.seed).containsOnly(0);
      assertThat(outputs).as("seed %d", c.seed).containsOnly(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"per-tile", "shared"})
  void onlyTheUnitsOfTheChipSendAndReceive(String sharing) {
    for (Case c : cases(sharing)) {
      for (Operation operation : c.program.operations()) {
        if (operation.step() instanceof Step.Send send) {
          Transfer transfer = send.transfer();
          List<Place> ends = new ArrayList<>(transfer.to());
          ends.add(transfer.from());
          boolean throughSharedUnit =
              ends.stream().anyMatch(place -> place.kind() == Place.Kind.SHARED_UNIT);
          assertThat(throughSharedUnit).as("seed %d", c.seed).isEqualTo(c.shared);
        }
      }
    }
  }
}
