package org.rpusim.chip.math;

/**
 * The inner loops of several reads with the same weights. Vectors lie side by side: number i of
 * vector v is at {@code i·stride + v}, and {@code stride} is a multiple of {@link Kernels#BLOCK};
 * what is not used of it is computed like the rest. Each vector gets the bits that {@link Kernels}
 * would give it alone.
 */
public interface BurstKernels {
  /** Largest magnitude of each vector. */
  void absMax(float[] x, int at, int lines, int stride, float[] max);

  /**
   * Scales of the converters of each vector.
   *
   * @param largest magnitude of full scale of each of the first {@code count} vectors
   * @param halvings by how much the inputs are made smaller
   * @param scaleBack largest·halvings; 0 behind {@code count}, and where {@code largest} is too
   *     small to divide by: such a vector is not read
   * @param inverse 1 / scaleBack, or 0
   */
  void scales(
      float[] largest, int count, int stride, float halvings, float[] scaleBack, float[] inverse);

  /** {@link Streams#ofCycle} of consecutive cycles; {@code stride} of them. */
  void cycleStreams(long ofPurpose, long firstCycle, long attempt, int stride, long[] bases);

  /**
   * Input converters: {@link Kernels#convertInputs} from x to v with a scale for each vector.
   *
   * @param at place of the first line in x; v begins at 0
   * @return sum of the magnitudes of all vectors in steps
   */
  long convertInputs(
      float[] x, int at, float[] v, int lines, int stride, float[] scales, int levels);

  /**
   * y[at + i·stride + p] = Σ_k w[BASE + k·pitch + i]·v[k·stride + p] over all lines k in their
   * order: {@link Kernels#combine} for each vector p.
   *
   * @param pitch distance of lines in w
   * @param outputs how many outputs i
   */
  void combine(
      float[] w, int pitch, int lines, float[] v, float[] y, int at, int outputs, int stride);

  /**
   * Integrators and output converters, in place: {@link Kernels#convertOutputs} with noise from a
   * stream of each vector, {@link Kernels#gaussians} from its number 0.
   *
   * @param at place of the first output in y
   * @param scaleBack factor of each vector; 0 for one that is not read: its outputs are 0
   * @param bases stream of each vector; overwritten
   * @param words scratch of 32·stride numbers
   * @param noise scratch of 32·stride numbers; zeros where sigma is 0
   * @param saturated zeros; set to the outputs of each vector whose magnitude reached the bound
   */
  void convertOutputs(
      float[] y,
      int at,
      int outputs,
      int stride,
      Periphery periphery,
      float[] scaleBack,
      long[] bases,
      int[] words,
      float[] noise,
      int[] saturated);

  /**
   * The periphery of outputs.
   *
   * @param sigma standard deviation of the noise
   * @param bound magnitude at which an output saturates
   * @param levels positive levels; 0 for unlimited resolution
   */
  record Periphery(float sigma, float bound, int levels) {}

  /**
   * Which vectors have a pulse on any line in a train of one slot, as {@link Kernels#pulseMasks}
   * draws it.
   *
   * @param at place of the first line in d
   * @param gains pulse probability of a line of value 1, of each vector; 0 for no pulse
   * @param bases stream of each vector; overwritten
   * @param words scratch of a block for each line, and one more
   * @param pulsed set for every block of {@link Kernels#BLOCK} vectors, a bit each
   */
  void pulsed(
      float[] d,
      int at,
      int lines,
      int stride,
      float[] gains,
      long[] bases,
      int[] words,
      int[] pulsed);

  /**
   * Sixteen vectors one after the other: out[v·pitch + i] = m[(first + i)·stride + from + v].
   *
   * @param lines how many numbers of each; up to the next multiple of 16 of them are overwritten
   *     with anything
   */
  void lineUp(float[] m, int first, int lines, int stride, int from, float[] out, int pitch);

  /**
   * The patches of one channel, without padding, one position apart: line (r, c) of the kernel is
   * at {@code to + (r·kernel + c)·stride}, and there patch after patch in the order of their rows.
   *
   * @param at place of the channel in the input
   * @param width of the input's rows
   * @param rows rows of patches
   * @param columns patches in a row
   */
  void takePatches(
      float[] input,
      int at,
      int width,
      float[] patches,
      int to,
      int stride,
      int kernel,
      int rows,
      int columns);

  /** Adds patches to the places that {@link #takePatches} takes them from, line by line. */
  void addPatches(
      float[] patches,
      int from,
      int stride,
      float[] input,
      int at,
      int width,
      int kernel,
      int rows,
      int columns);

  /**
   * Largest number of each square of four in a channel, squares two apart.
   *
   * @param at place of the channel in the input
   * @param width of the input's rows
   * @param to place of the channel in the output
   * @param places set to the place of each of them; of equals the first, the left column before the
   *     right one
   */
  void largestOfFour(
      float[] input,
      int at,
      int width,
      float[] output,
      int[] places,
      int to,
      int rows,
      int columns);
}
