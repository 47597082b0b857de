package org.rpusim.chip.device;

import org.rpusim.chip.math.Kernels;
import org.rpusim.chip.math.Streams;
import org.rpusim.chip.spec.DeviceSpec;
import org.rpusim.chip.spec.WrongSign;

/**
 * Properties of the devices of an array, drawn once (P1, RPU baseline; aihwkit's pulsed device).
 * With N a standard normal of its own for each device and property:
 *
 * <ul>
 *   <li>gain = 1 + dwMinDeviceToDevice·N, r = (upDownDeviceToDevice/2)·N, so that the ratio of the
 *       steps has the spread upDownDeviceToDevice;
 *   <li>up = dwMin·(gain·2ρ/(1 + ρ) + r) and down = dwMin·(gain·2/(1 + ρ) − r) for a mean ratio ρ;
 *       the mean of both stays dwMin;
 *   <li>upper and lower bound = ±weightBound·(1 + weightBoundDeviceToDevice·N), drawn apart.
 * </ul>
 *
 * <p>What a step or bound becomes whose draw has the wrong sign, {@link WrongSign} says. A dead
 * device has steps and bounds of 0; a stuck one has steps of 0, and both bounds where it is stuck,
 * uniform between the bounds that it would have had.
 */
final class StepDraws {
  /** Least number of a property of a kind's own. */
  static final int OWN = 16;

  private static final int GAIN = 0;
  private static final int RATIO = 1;
  private static final int UPPER = 2;
  private static final int LOWER = 3;
  private static final int YIELD = 4;

  private final CrossPoints crossPoints;
  private final DeviceKey key;
  private final Kernels kernels;

  /** Whether steps of the wrong sign stay, see {@link WrongSign}. */
  private final boolean kept;

  /** Up steps, laid out as the weights are. */
  final float[] up;

  /** Down steps with their minus sign. */
  final float[] down;

  final float[] upper;
  final float[] lower;

  StepDraws(DeviceSpec spec, CrossPoints crossPoints, DeviceKey key, Kernels kernels) {
    this.crossPoints = crossPoints;
    this.key = key;
    this.kernels = kernels;
    up = normals(GAIN);
    down = normals(RATIO);
    kept = spec.defects().wrongSign() == WrongSign.KEPT;
    double rho = spec.upDownRatio();
    double upShare = 2 * rho / (1 + rho);
    double downShare = 2 / (1 + rho);
    for (int i = 0; i < up.length; i++) {
      double g = 1 + spec.dwMinDeviceToDevice() * up[i];
      double r = spec.upDownDeviceToDevice() / 2 * down[i];
      double above = spec.dwMin() * (g * upShare + r);
      double below = spec.dwMin() * (g * downShare - r);
      up[i] = (float) (kept ? above : Math.abs(above));
      down[i] = (float) -(kept ? below : Math.abs(below));
    }
    upper = limits(UPPER, spec, 1);
    lower = limits(LOWER, spec, -1);
    if (spec.defects().deadFraction() + spec.defects().stuckFraction() > 0) {
      freeze(spec.defects().deadFraction(), spec.defects().stuckFraction());
    }
  }

  private float[] limits(int property, DeviceSpec spec, int sign) {
    float[] normals = normals(property);
    for (int i = 0; i < normals.length; i++) {
      double drawn = 1 + spec.weightBoundDeviceToDevice() * normals[i];
      double factor = kept ? Math.max(0, drawn) : Math.abs(drawn);
      normals[i] = (float) (sign * spec.weightBound() * factor);
    }
    return normals;
  }

  /** Takes the dead and the stuck devices out, each with its probability. */
  private void freeze(double dead, double stuck) {
    long base = Streams.ofCycle(key.ofPurpose(Streams.DEVICES), YIELD, 0);
    int numbers = rowNumbers();
    for (int row = 0; row < crossPoints.rows(); row++) {
      for (int column = 0; column < crossPoints.columns(); column++) {
        long word = Streams.word(base, (long) row * numbers + column);
        double chance = (int) word * 0x1p-32 + 0.5;
        if (chance < dead + stuck) {
          int i = crossPoints.index(row, column);
          double share = (int) (word >>> 32) * 0x1p-32 + 0.5;
          float weight = chance < dead ? 0f : (float) (lower[i] + share * (upper[i] - lower[i]));
          up[i] = 0f;
          down[i] = 0f;
          upper[i] = weight;
          lower[i] = weight;
        }
      }
    }
  }

  /** One normal a cross-point, keyed by its row and column, laid out as the weights are. */
  float[] normals(int property) {
    long base = Streams.ofCycle(key.ofPurpose(Streams.DEVICES), property, 0);
    int stride = crossPoints.stride();
    int numbers = rowNumbers();
    float[] row = new float[numbers];
    int[] scratch = new int[numbers];
    float[] all = new float[crossPoints.length()];
    for (int r = 0; r < crossPoints.rows(); r++) {
      kernels.gaussians(row, 0, numbers, scratch, base, (long) r * numbers);
      System.arraycopy(row, 0, all, crossPoints.index(r, 0), stride);
    }
    return all;
  }

  private int rowNumbers() {
    return (crossPoints.stride() + Kernels.GROUP - 1) & -Kernels.GROUP;
  }
}
