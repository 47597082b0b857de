package org.rpusim.core.random;

/**
 * Derives the base of a {@link RandomStream} from what a draw is for. Each word of the key goes
 * through two rounds of mixing, so that streams of neighbouring keys (the next cycle, the next
 * array) are unrelated.
 *
 * <p>Streams are stretches of one sequence of period 2^64 at unrelated places: among n streams of
 * length m, about n²·m/2^64 pairs share a stretch. That is 0.005 pairs for ten million streams of a
 * thousand words.
 */
public final class StreamKey {
  private StreamKey() {}

  /**
   * Base of the stream for one attempt of one cycle.
   *
   * @param seed seed of the run
   * @param array number of the array, or of whatever else draws
   * @param purpose what the numbers are for; a constant of the caller
   * @param cycle number of the cycle
   * @param attempt 0 at first, counted up by retries
   */
  public static long base(long seed, long array, long purpose, long cycle, long attempt) {
    return ofCycle(ofPurpose(seed, array, purpose), cycle, attempt);
  }

  /** The part of {@link #base} that stays the same from cycle to cycle. */
  public static long ofPurpose(long seed, long array, long purpose) {
    return absorb(absorb(absorb(0, seed), array), purpose);
  }

  /** Finishes a base: {@code base(s, a, p, c, n) == ofCycle(ofPurpose(s, a, p), c, n)}. */
  public static long ofCycle(long ofPurpose, long cycle, long attempt) {
    return absorb(absorb(ofPurpose, cycle), attempt);
  }

  private static long absorb(long state, long word) {
    // The gamma keeps zero, a fixed point of the mixer, from being one here.
    long mixed = RandomStream.mix64(state + word + RandomStream.GOLDEN_GAMMA);
    return RandomStream.mix64(mixed + RandomStream.GOLDEN_GAMMA);
  }
}
