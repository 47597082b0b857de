package org.rpusim.chip.math;

import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;

/**
 * Random streams: word i (64 bits) of the stream with base s is mix64(s + (i + 1)·γ), which is
 * SplitMix64 (Steele, Lea, Flood 2014) seeded with s and read at any place. Each word gives two
 * 32-bit numbers, the low half first.
 */
public final class Streams {
  /** The odd constant γ by which the counter of a stream advances. */
  public static final long GAMMA = RandomStream.GOLDEN_GAMMA;

  /** Purposes of the streams of an array. */
  public static final long FORWARD_NOISE = 1;

  /** Noise on backward reads. */
  public static final long BACKWARD_NOISE = 2;

  /** Pulses on row lines. */
  public static final long ROW_PULSES = 3;

  /** Pulses on column lines. */
  public static final long COLUMN_PULSES = 4;

  /** Variation of steps from coincidence to coincidence. */
  public static final long STEP_NOISE = 5;

  /** Properties of devices, drawn when an array is made; the kind of property is the cycle. */
  public static final long DEVICES = 6;

  /** Stochastic rounding of the inputs of forward reads. */
  public static final long FORWARD_INPUT_ROUNDING = 16;

  /** Stochastic rounding of the inputs of backward reads. */
  public static final long BACKWARD_INPUT_ROUNDING = 17;

  /** Stochastic rounding of the outputs of forward reads. */
  public static final long FORWARD_OUTPUT_ROUNDING = 18;

  /** Stochastic rounding of the outputs of backward reads. */
  public static final long BACKWARD_OUTPUT_ROUNDING = 19;

  /** Random changes of weights in update cycles. */
  public static final long DIFFUSION = 32;

  private Streams() {}

  /** The mixing function of SplitMix64: a bijection of 64 bits. */
  public static long mix64(long word) {
    return RandomStream.mix64(word);
  }

  /** 64-bit word {@code index} of a stream. */
  public static long word(long base, long index) {
    return RandomStream.word(base, index);
  }

  /** First half of the derivation of a base, which is the same for all cycles of an array. */
  public static long ofPurpose(long seed, long arrayId, long purpose) {
    return StreamKey.ofPurpose(seed, arrayId, purpose);
  }

  /** Base of the stream of a cycle's attempt. */
  public static long ofCycle(long ofPurpose, long cycle, long attempt) {
    return StreamKey.ofCycle(ofPurpose, cycle, attempt);
  }
}
