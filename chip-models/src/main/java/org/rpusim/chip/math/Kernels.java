package org.rpusim.chip.math;

/**
 * The inner loops of arrays and digital units. Both implementations give the same bits: dot
 * products run in 16 fixed lanes that are folded by a fixed tree, everything else is one rounding
 * sequence a number.
 *
 * <p>"Padded" arrays have a length that is a multiple of {@link #BLOCK} and zeros behind the used
 * lines; their {@code n} is a multiple of {@link #BLOCK}. Nothing here allocates or keeps state.
 */
public interface Kernels {
  /** Lines of a block: the fixed width of reductions, masks and padding. */
  int BLOCK = 16;

  /**
   * Place of the first number of an array of weights or devices. With objects aligned to 64 bytes
   * and the array's own 16, blocks then lie on cache lines, which doubles the speed of reads.
   */
  int BASE = 12;

  /** Numbers of a group of gaussians. */
  int GROUP = 32;

  /** Steps of the read time in which inputs of unlimited resolution are counted. */
  int UNLIMITED_STEPS = 65536;

  /** {@code scalar} or {@code vector}. */
  String name();

  /** The same arithmetic for several vectors at once. */
  BurstKernels bursts();

  /** The arithmetic of recurrent cells. */
  CellKernels cells();

  /** Largest magnitude of a padded array. */
  float absMax(float[] v, int n);

  /**
   * Input converters, in place: v = clip(v·scale, −1, 1), rounded half to even to multiples of
   * 1/levels.
   *
   * @param levels positive levels, 2^(bits−1) − 1; 0 for unlimited resolution
   * @return sum of the magnitudes in steps (1/levels, or 1/{@value #UNLIMITED_STEPS})
   */
  long convertInputs(float[] v, int n, float scale, int levels);

  /**
   * Input converters with stochastic rounding, in place: v = clip(v·scale, −1, 1) becomes one of
   * the two neighbouring multiples of 1/levels, each with the probability that makes the mean
   * exact.
   *
   * @param levels positive levels, 1 or more
   * @param words a random word a number
   * @return sum of the magnitudes in steps
   */
  long convertInputs(float[] v, int n, float scale, int levels, int[] words);

  /**
   * Bytes without sign as numbers: to[i] = from[at + i]·scale.
   *
   * @param n how many
   * @param to overwritten in its first n numbers
   */
  void scaleBytes(byte[] from, int at, int n, float scale, float[] to);

  /** Numbers of a padded array whose magnitude is above a limit. */
  int countAbove(float[] v, int n, float limit);

  /**
   * Ascending positions of the numbers that are not zero.
   *
   * @param positions overwritten; as long as v and 16 more
   * @return how many there are
   */
  int nonZero(float[] v, int n, int[] positions);

  /**
   * y[r] = Σ_j w[BASE + r·stride + j]·v[j] for rows from ≤ r &lt; to, in 16 partial sums (j mod 16)
   * folded as ((l + l+8) + 4) + 2) + 1.
   *
   * @param n padded length of v, at most stride
   * @param y overwritten in these rows; with a block of room behind them the stores are faster
   */
  void multiply(float[] w, int stride, int from, int to, float[] v, int n, float[] y);

  /**
   * y[i] = Σ_k w[BASE + lines[k]·stride + i]·v[lines[k]] for from ≤ i &lt; to, in the order of k.
   *
   * @param from first output, a multiple of {@link #BLOCK}
   * @param to end of the outputs, a multiple of {@link #BLOCK}, at most stride
   */
  void combine(
      float[] w, int stride, int[] lines, int count, float[] v, float[] y, int from, int to);

  /**
   * Integrators and output converters, in place: z + sigma·noise, clipped to ±bound, rounded half
   * to even to multiples of bound/levels, times scaleBack.
   *
   * @param noise standard gaussians, 0 behind the used lines
   * @param bound above 0, may be infinite if levels is 0
   * @param levels positive levels, 2^(bits−1) − 1; 0 for unlimited resolution
   * @return numbers whose magnitude reached the bound
   */
  int convertOutputs(
      float[] z, float[] noise, int n, float sigma, float bound, int levels, float scaleBack);

  /**
   * Integrators as above, and output converters with stochastic rounding to multiples of
   * bound/levels, never beyond ±bound.
   *
   * @param levels positive levels, 1 or more
   * @param words a random word a number
   */
  int convertOutputs(
      float[] z,
      float[] noise,
      int n,
      float sigma,
      float bound,
      int levels,
      float scaleBack,
      int[] words);

  /**
   * The first 32-bit words of a stream.
   *
   * @param n how many, a multiple of {@link #BLOCK}
   */
  void words(int[] out, int n, long base);

  /**
   * Standard gaussians (Box and Muller 1958) number {@code first} and following of a stream. Group
   * g of 32 numbers takes 32 of the stream's 32-bit words from 32·g: radii from the first 16,
   * angles from the last 16; cosines give its first 16 numbers, sines the last. 32 bits of a radius
   * reach 6.7 sigma.
   *
   * @param out overwritten from {@code at}
   * @param n how many, a multiple of {@link #GROUP}
   * @param first a multiple of {@link #GROUP}
   * @param scratch as long as n, overwritten
   */
  void gaussians(float[] out, int at, int n, int[] scratch, long base, long first);

  /**
   * Pulse thresholds of a padded array of line values: a slot has a pulse where the upper 31 bits
   * of its 32-bit word are at most the threshold, which has probability min(gain·|v|, 1).
   *
   * @param blocks overwritten: ascending numbers of the blocks with a non-zero value
   * @param negatives overwritten: for each of them, a bit a negative value
   * @return how many blocks
   */
  int pulseThresholds(
      float[] v, int n, float gain, int[] thresholds, int[] blocks, int[] negatives);

  /**
   * Draws trains: bit l of masks[k·slots + s] is set if line l of block blocks[k] has a pulse in
   * slot s. Line l of block b takes the 32-bit word number (b·slots + s)·16 + l, so that skipping
   * blocks or slots changes no other draw.
   *
   * @param live slots to draw, a bit each; the masks of others are left as they are
   */
  void pulseMasks(
      long base, int[] thresholds, int[] blocks, int count, int slots, long live, int[] masks);

  /** Steps of constant-step devices. */
  StepKernels steps();

  /** One slot of a row of ideal devices: w += step at each coincidence. */
  void uniformStep(float[] w, float step, int offset, int[] entries, int from, int to);

  /** w[offset + j] = fma(factor, v[j], w[offset + j]) for padded v. */
  void addScaled(float[] w, int offset, float factor, float[] v, int n);

  /** Logistic sigmoid of a slice, in place; see {@link Functions#sigmoid}. */
  void sigmoid(float[] v, int offset, int n);

  /** Hyperbolic tangent of a slice, in place; see {@link Functions#tanh}. */
  void tanh(float[] v, int offset, int n);

  /** max(0, v) of a slice, in place. */
  void relu(float[] v, int offset, int n);

  /** Exponential of a slice, in place; see {@link Functions#exp}. */
  void exp(float[] v, int offset, int n);

  /** Natural logarithm of a slice, in place; see {@link Functions#ln}. */
  void ln(float[] v, int offset, int n);

  /** delta *= y·(1 − y): the derivative of the sigmoid from its output y. */
  void sigmoidGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int n);

  /** delta *= 1 − y²: the derivative of tanh from its output y. */
  void tanhGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int n);

  /** delta = 0 where y is not above 0: the derivative of relu from its output y. */
  void reluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int n);

  /**
   * Softmax in place, and the cross-entropy −ln p[label].
   *
   * @param z n finite numbers, at least one; overwritten by the probabilities
   * @param delta overwritten with the negative gradient by z: (1 at the label, else 0) − p
   * @return the loss, 0 or more
   */
  default float softmaxCrossEntropy(
      float[] z, int offset, int n, int label, float[] delta, int deltaOffset) {
    float max = z[offset];
    for (int i = 1; i < n; i++) {
      max = Math.max(max, z[offset + i]);
    }
    for (int i = 0; i < n; i++) {
      z[offset + i] -= max;
    }
    float ofLabel = z[offset + label];
    exp(z, offset, n);
    float sum = 0f;
    for (int i = 0; i < n; i++) {
      sum += z[offset + i];
    }
    float inverse = 1f / sum;
    for (int i = 0; i < n; i++) {
      float p = z[offset + i] * inverse;
      z[offset + i] = p;
      delta[deltaOffset + i] = (i == label ? 1f : 0f) - p;
    }
    return Functions.ln(sum) - ofLabel;
  }

  /** The next multiple of {@link #BLOCK}. */
  static int padded(int n) {
    return (n + BLOCK - 1) & -BLOCK;
  }

  /**
   * Kernels by name.
   *
   * @throws IllegalArgumentException if the name is neither {@code scalar} nor {@code vector}
   * @throws IllegalStateException if vector kernels cannot run here; the message says why
   */
  static Kernels of(String name) {
    return switch (name) {
      case "scalar" -> new ScalarKernels();
      case "vector" -> {
        String obstacle = KernelChoice.obstacle();
        if (!obstacle.isEmpty()) {
          throw new IllegalStateException(
              "Vector kernels cannot run: " + obstacle + "\nMaybe choose the scalar kernels.");
        }
        yield KernelChoice.vector();
      }
      default ->
          throw new IllegalArgumentException(
              "Unknown kernels \"" + name + "\".\nMaybe \"scalar\" or \"vector\"?");
    };
  }

  /** Vector kernels where they can run, else scalar ones. */
  static Kernels best() {
    return KernelChoice.obstacle().isEmpty() ? KernelChoice.vector() : new ScalarKernels();
  }

  /**
   * The kernels that are done first: scalar ones where there is little to do, as vector kernels are
   * several times as fast, but only after the second or two in which Java compiles them.
   *
   * @param seconds what the work would take compiled vector kernels, s
   */
  static Kernels best(double seconds) {
    return seconds < KernelChoice.SECONDS_TO_PAY ? new ScalarKernels() : best();
  }
}
