package org.rpusim.chip.cost;

import com.google.common.collect.ImmutableList;

/** Processors that chips are compared with, at their peaks. */
public final class ReferenceProcessors {
  /**
   * A processor.
   *
   * @param key last word of its figures' paths
   * @param label as it is printed
   * @param operationsPerSecond peak, operations/s
   * @param watts power, W
   */
  public record Processor(String key, String label, double operationsPerSecond, double watts) {}

  /** The processor of P1's abstract. */
  public static final Processor SERVER =
      new Processor("serverProcessor", "12-core server processor", 0.7e12, 250);

  /** All of them, the oldest first. */
  public static final ImmutableList<Processor> ALL =
      ImmutableList.of(
          SERVER,
          new Processor("k40", "K40-class GPU", 4.29e12, 235),
          new Processor("tpuV1", "TPU v1 (8 bit)", 92e12, 75),
          new Processor("a100", "A100 (16 bit)", 312e12, 400),
          new Processor("h100", "H100 (16 bit)", 989e12, 700));

  private ReferenceProcessors() {}
}
