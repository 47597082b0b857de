package org.rpusim.chip.interconnect;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.core.engine.Engine;
import org.rpusim.core.server.CausalLog;
import org.rpusim.core.server.CompletionListener;
import org.rpusim.core.stats.CounterTree;

/** The registered topologies: a new one is one file and one line here. */
public final class Interconnects {
  private interface Factory {
    Interconnect create(
        Engine engine, CausalLog log, ChipSpec chip, CompletionListener listener, CounterTree tree);
  }

  private static final ImmutableMap<String, Factory> FACTORIES =
      ImmutableMap.of("bus", Bus::new, "ideal", Ideal::new);

  /** Networks, by floor plan and number of tiles. */
  private static final ImmutableMap<String, BiFunction<FloorPlan, Integer, Topology>> SHAPES =
      ImmutableMap.of(
          "crossbar", (plan, tiles) -> new Crossbar(plan),
          "ring", Ring::new,
          "mesh", (plan, tiles) -> new Grid(plan, false),
          "torus", (plan, tiles) -> new Grid(plan, true),
          "h-tree", HTree::new);

  /** More would take gigabytes for accounts of links. */
  private static final int MOST_TILES = 16_384;

  private Interconnects() {}

  /**
   * The shape of a chip's network.
   *
   * @throws ConfigException if the chip has more tiles than a network may join
   */
  static Topology topology(ChipSpec chip) {
    String kind = chip.interconnect().kind();
    BiFunction<FloorPlan, Integer, Topology> shape = SHAPES.get(kind);
    if (shape == null) {
      throw new IllegalArgumentException(
          "no interconnect is called " + kind + "; there is " + kinds());
    }
    if (chip.tiles() > MOST_TILES) {
      throw new ConfigException(
          "chip.tiles is %,d, and a %s joins at most %,d."
              .formatted(chip.tiles(), kind, MOST_TILES),
          "Maybe interconnect.kind=bus is enough.");
    }
    return shape.apply(FloorPlan.of(chip), chip.tiles());
  }

  /** Whether a chip's interconnect has routers and links. */
  static boolean isNetwork(ChipSpec chip) {
    return SHAPES.containsKey(chip.interconnect().kind());
  }

  /** Names that {@code interconnect.kind} may have. */
  public static ImmutableSet<String> kinds() {
    return ImmutableSet.<String>builder()
        .addAll(FACTORIES.keySet())
        .addAll(SHAPES.keySet())
        .build();
  }

  /**
   * The interconnect of a chip.
   *
   * @throws IllegalArgumentException if the kind is not registered
   * @throws ConfigException if the chip has more tiles than a network may join
   */
  public static Interconnect create(
      Engine engine, CausalLog log, ChipSpec chip, CompletionListener listener, CounterTree tree) {
    return create(engine, log, chip, allTiles(chip), listener, tree);
  }

  /** All tiles of a chip are in use. */
  public static ImmutableIntArray allTiles(ChipSpec chip) {
    return ImmutableIntArray.copyOf(IntStream.range(0, chip.tiles()));
  }

  /**
   * The interconnect of a chip some of whose tiles are in use.
   *
   * @param sites number of each tile in use among all of the chip's
   * @throws IllegalArgumentException if the kind is not registered
   * @throws ConfigException if the chip has more tiles than a network may join
   */
  public static Interconnect create(
      Engine engine,
      CausalLog log,
      ChipSpec chip,
      ImmutableIntArray sites,
      CompletionListener listener,
      CounterTree tree) {
    Factory factory = FACTORIES.get(chip.interconnect().kind());
    if (factory == null) {
      return new Network(engine, log, chip, sites, topology(chip), listener, tree);
    }
    return factory.create(engine, log, chip, listener, tree);
  }
}
