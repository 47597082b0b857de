package org.rpusim.report.sweep;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.rpusim.core.random.Permutation;
import org.rpusim.core.random.RandomStream;
import org.rpusim.core.random.StreamKey;

/** Coordinates of sampled points in [0, 1); the only class here that knows of Commons Math. */
final class Coordinates {
  /** Dimensions of the sequence of Sobol that Commons Math has direction numbers for. */
  static final int MOST_SOBOL = 1000;

  private static final long PURPOSE_DRAW = 1;
  private static final long PURPOSE_ORDER = 2;
  private static final double TWO_POW_MINUS_53 = 0x1p-53;

  private Coordinates() {}

  /**
   * Coordinates by point and dimension.
   *
   * @param seed of the draws; the sequence of Sobol has none
   * @throws IllegalArgumentException if the design draws no points
   */
  static double[][] of(Design design, int points, int dimensions, long seed) {
    return switch (design) {
      case RANDOM -> random(points, dimensions, seed);
      case LATIN_HYPERCUBE -> latinHypercube(points, dimensions, seed);
      case SOBOL -> sobol(points, dimensions);
      case GRID, LIST -> throw new IllegalArgumentException(design + " draws no points");
    };
  }

  private static double[][] random(int points, int dimensions, long seed) {
    double[][] all = new double[points][dimensions];
    for (int d = 0; d < dimensions; d++) {
      long base = StreamKey.base(seed, d, PURPOSE_DRAW, 0, 0);
      for (int i = 0; i < points; i++) {
        all[i][d] = unit(RandomStream.word(base, i));
      }
    }
    return all;
  }

  private static double[][] latinHypercube(int points, int dimensions, long seed) {
    double[][] all = random(points, dimensions, seed);
    int[] parts = new int[points];
    for (int d = 0; d < dimensions; d++) {
      Permutation.fill(parts, StreamKey.base(seed, d, PURPOSE_ORDER, 0, 0));
      for (int i = 0; i < points; i++) {
        // Rounding may carry a draw just below 1 into the next part.
        double u = (parts[i] + all[i][d]) / points;
        all[i][d] = StrictMath.min(u, StrictMath.nextDown((parts[i] + 1.0) / points));
      }
    }
    return all;
  }

  private static double[][] sobol(int points, int dimensions) {
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
    double[][] all = new double[points][];
    for (int i = 0; i < points; i++) {
      all[i] = sequence.nextVector();
    }
    return all;
  }

  private static double unit(long word) {
    return (word >>> 11) * TWO_POW_MINUS_53;
  }
}
