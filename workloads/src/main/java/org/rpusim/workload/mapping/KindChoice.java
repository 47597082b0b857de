package org.rpusim.workload.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rpusim.chip.config.ConfigException;
import org.rpusim.chip.config.Nearest;
import org.rpusim.chip.spec.ChipSpec;
import org.rpusim.chip.spec.TileKind;
import org.rpusim.workload.network.MappingOptions.TileChoice;
import org.rpusim.workload.network.MatrixLayer;

/** Chooses a kind of tile for each layer. */
final class KindChoice {
  private final ImmutableList<TileKind> kinds;
  private final ImmutableList<MatrixLayer> layers;
  private final TileChoice choice;
  private final boolean heedsPins;
  private final String chip;

  /**
   * @param heedsPins whether a layer gets the kind that it names
   */
  KindChoice(
      ImmutableList<MatrixLayer> layers, TileChoice choice, boolean heedsPins, ChipSpec chip) {
    this.kinds = chip.kinds();
    this.layers = layers;
    this.choice = choice;
    this.heedsPins = heedsPins;
    this.chip = chip.name();
  }

  /** For each layer its favourite kind, however many tiles there are. */
  ImmutableIntArray favourites() {
    return ImmutableIntArray.copyOf(layers.stream().mapToInt(layer -> inOrder(layer).getFirst()));
  }

  /**
   * For each layer the first of its favourites that has tiles left. Where time counts, the layers
   * that read longest choose first; else the first layers do.
   */
  ImmutableIntArray withinLimits() {
    long[] left = kinds.stream().mapToLong(TileKind::tiles).toArray();
    int[] chosen = new int[layers.size()];
    List<Integer> turns =
        IntStream.range(0, layers.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
    if (choice == TileChoice.FASTEST) {
      turns.sort(Comparator.comparingInt(i -> -perCopy(layers.get(i))));
    }
    for (int turn : turns) {
      MatrixLayer layer = layers.get(turn);
      List<Integer> favourites = inOrder(layer);
      chosen[turn] = favourites.getFirst();
      for (int kind : favourites) {
        long tiles = Piece.tiles(layer, kinds.get(kind));
        if (tiles > 0 && tiles <= left[kind]) {
          chosen[turn] = kind;
          left[kind] -= tiles;
          break;
        }
      }
    }
    return ImmutableIntArray.copyOf(chosen);
  }

  private static int perCopy(MatrixLayer layer) {
    return Math.ceilDiv(layer.vectors(), layer.arrays().placement().replicas());
  }

  private List<Integer> inOrder(MatrixLayer layer) {
    String pin = layer.arrays().placement().tileKind();
    if (heedsPins && pin != null) {
      return List.of(named(layer, pin));
    }
    Comparator<Integer> order =
        choice == TileChoice.FASTEST
            ? Comparator.comparingLong((Integer kind) -> kinds.get(kind).tile().readTimePs())
                .thenComparingLong(kind -> Piece.tiles(layer, kinds.get(kind)))
            : Comparator.comparing((Integer kind) -> !holds(kind, layer))
                .thenComparingLong(
                    kind -> (holds(kind, layer) ? 1 : -1) * kinds.get(kind).crossPoints());
    return IntStream.range(0, kinds.size()).boxed().sorted(order).toList();
  }

  private boolean holds(int kind, MatrixLayer layer) {
    return Piece.tiles(layer, kinds.get(kind)) == layer.arrays().placement().replicas();
  }

  private int named(MatrixLayer layer, String name) {
    for (int kind = 0; kind < kinds.size(); kind++) {
      if (kinds.get(kind).name().equals(name)) {
        return kind;
      }
    }
    List<String> names = kinds.stream().map(TileKind::name).toList();
    String near = Nearest.of(name, names);
    throw new ConfigException(
        "Layer %s is to lie on tiles of the kind %s; %s has %s."
            .formatted(layer.name(), name, chip, String.join(", ", names)),
        "Maybe " + (near == null ? names.getFirst() : near) + " is meant.");
  }
}
