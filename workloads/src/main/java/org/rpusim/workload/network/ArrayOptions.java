package org.rpusim.workload.network;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;
import org.rpusim.chip.config.Location;
import org.rpusim.chip.config.Node;

/**
 * What is peculiar to the arrays of one layer.
 *
 * @param devicesPerWeight devices, on repeated rows, whose mean is a weight (P2), 1 or more
 * @param chipKeys keys of the chip file that differ for these arrays; equal keys with equal values
 *     are equal wherever they were written
 * @param placement what the file says of where the matrix lies
 */
public record ArrayOptions(int devicesPerWeight, Node.Mapping chipKeys, Placement placement) {
  /** One device a weight, and what the chip's file says. */
  public static final ArrayOptions NONE =
      new ArrayOptions(1, new Node.Mapping(ImmutableMap.of(), Location.COMMAND_LINE));

  /** Wherever the mapper puts them. */
  public ArrayOptions(int devicesPerWeight, Node.Mapping chipKeys) {
    this(devicesPerWeight, chipKeys, Placement.FREE);
  }

  /** Whether two layers' arrays are built alike, so that they may share a tile. */
  public boolean isBuiltAs(ArrayOptions other) {
    return texts(other.chipKeys).equals(texts(chipKeys));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArrayOptions(int devices, Node.Mapping keys, Placement where)
        && devices == devicesPerWeight
        && where.equals(placement)
        && texts(keys).equals(texts(chipKeys));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * devicesPerWeight + placement.hashCode()) + texts(chipKeys).hashCode();
  }

  /** Keys and texts without the places where they stand. */
  private static Object texts(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar.text();
      case Node.Mapping mapping -> {
        ImmutableMap.Builder<String, Object> texts = ImmutableMap.builder();
        mapping.entries().forEach((key, value) -> texts.put(key, texts(value)));
        yield texts.buildOrThrow();
      }
      case Node.Sequence list ->
          list.items().stream().map(ArrayOptions::texts).collect(ImmutableList.toImmutableList());
    };
  }
}
