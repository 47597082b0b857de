package org.rpusim.chip.math;

/**
 * Elementary functions in fp32 from additions, multiplications, divisions and fused multiply-adds
 * only, so that they have the same bits on every machine and in every kernel. The polynomials are
 * own minimax fits; accuracies are in units in the last place of the exact result.
 */
public final class Functions {
  /** 1.5·2^23: adding it rounds a float of magnitude below 2^22 to an integer, half to even. */
  static final float MAGIC = 12582912.0f;

  static final int MAGIC_BITS = 0x4B400000;
  static final float LOG2_E = 1.442695f;
  static final float LN2_HIGH = 0.6933594f;
  static final float LN2_LOW = -2.1219444e-4f;
  static final float EXP_MAX = 89.0f;
  static final float EXP_MIN = -104.0f;
  static final float EXP2 = 0.5f;
  static final float EXP3 = 0.16666512f;
  static final float EXP4 = 0.041666187f;
  static final float EXP5 = 0.008369599f;
  static final float EXP6 = 0.001395172f;
  static final int SQRT_HALF_BITS = 0x3F3504F3;
  static final float LN3 = 0.33333316f;
  static final float LN4 = -0.2500081f;
  static final float LN5 = 0.20002286f;
  static final float LN6 = -0.16624554f;
  static final float LN7 = 0.14181192f;
  static final float LN8 = -0.13128754f;
  static final float LN9 = 0.12881649f;
  static final float LN10 = -0.07859615f;
  static final float SIN1 = 6.2831855f;
  static final float SIN3 = -41.341663f;
  static final float SIN5 = 81.59255f;
  static final float SIN7 = -75.40207f;
  static final float COS2 = -19.739208f;
  static final float COS4 = 64.939316f;
  static final float COS6 = -85.442856f;
  static final float COS8 = 59.220406f;
  static final float TANH_MAX = 40f;

  private Functions() {}

  /**
   * e^x within 2 ulp (subnormal results: 1 subnormal step); +∞ above 88.73, 0 below −103.98.
   *
   * @param x any number; NaN gives NaN
   */
  public static float exp(float x) {
    float c = x > EXP_MAX ? EXP_MAX : x;
    c = c < EXP_MIN ? EXP_MIN : c;
    float z = Math.fma(c, LOG2_E, MAGIC);
    int n = Float.floatToRawIntBits(z) - MAGIC_BITS;
    float k = z - MAGIC;
    float r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, c));
    float p = Math.fma(EXP6, r, EXP5);
    p = Math.fma(p, r, EXP4);
    p = Math.fma(p, r, EXP3);
    p = Math.fma(p, r, EXP2);
    float e = Math.fma(r * r, p, r) + 1f;
    int half = n >> 1; // in two factors, as 2^n itself may be out of range
    float first = Float.intBitsToFloat((half + 127) << 23);
    float second = Float.intBitsToFloat((n - half + 127) << 23);
    return e * first * second;
  }

  /**
   * Natural logarithm within 2 ulp.
   *
   * @param x a positive normal number; others give no meaningful result
   */
  public static float ln(float x) {
    int bits = Float.floatToRawIntBits(x) - SQRT_HALF_BITS;
    float k = bits >> 23;
    float f = Float.intBitsToFloat((bits & 0x7FFFFF) + SQRT_HALF_BITS) - 1f;
    float p = Math.fma(LN10, f, LN9);
    p = Math.fma(p, f, LN8);
    p = Math.fma(p, f, LN7);
    p = Math.fma(p, f, LN6);
    p = Math.fma(p, f, LN5);
    p = Math.fma(p, f, LN4);
    p = Math.fma(p, f, LN3);
    float f2 = f * f;
    float t = Math.fma(f2 * f, p, k * LN2_LOW);
    t = Math.fma(-0.5f, f2, t);
    return Math.fma(k, LN2_HIGH, t + f);
  }

  /**
   * sin(2πt) within 2 ulp, for |t| ≤ 2^19.
   *
   * @param t angle in turns
   */
  public static float sinTurns(float t) {
    float z = Math.fma(t, 4f, MAGIC);
    int q = Float.floatToRawIntBits(z);
    float f = Math.fma(z - MAGIC, -0.25f, t);
    return sinOfQuarter(q, f);
  }

  /**
   * cos(2πt) within 2 ulp, for |t| ≤ 2^19.
   *
   * @param t angle in turns
   */
  public static float cosTurns(float t) {
    float z = Math.fma(t, 4f, MAGIC);
    int q = Float.floatToRawIntBits(z);
    float f = Math.fma(z - MAGIC, -0.25f, t);
    return cosOfQuarter(q, f);
  }

  /** sin(2π(quarter/4 + f)) for |f| ≤ 1/8. */
  static float sinOfQuarter(int quarter, float f) {
    float value = (quarter & 1) == 0 ? sinPolynomial(f) : cosPolynomial(f);
    return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ ((quarter & 2) << 30));
  }

  /** cos(2π(quarter/4 + f)) for |f| ≤ 1/8. */
  static float cosOfQuarter(int quarter, float f) {
    float value = (quarter & 1) == 0 ? cosPolynomial(f) : sinPolynomial(f);
    return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ (((quarter + 1) & 2) << 30));
  }

  /** sin(2πf) for |f| ≤ 1/8. */
  private static float sinPolynomial(float f) {
    float u = f * f;
    float p = Math.fma(SIN7, u, SIN5);
    p = Math.fma(p, u, SIN3);
    return Math.fma(p, u, SIN1) * f;
  }

  /** cos(2πf) for |f| ≤ 1/8. */
  private static float cosPolynomial(float f) {
    float u = f * f;
    float p = Math.fma(COS8, u, COS6);
    p = Math.fma(p, u, COS4);
    p = Math.fma(p, u, COS2);
    return Math.fma(p, u, 1f);
  }

  /** Logistic sigmoid 1/(1 + e^−x) within 3 ulp for x ≥ −87; 0 below −88.8. */
  public static float sigmoid(float x) {
    return 1f / (1f + exp(-x));
  }

  /** Hyperbolic tangent within 3 ulp, as (e^2|x| − 1)/(e^2|x| + 1) with the sign of x. */
  public static float tanh(float x) {
    float y = Math.abs(x) * 2f;
    y = y > TANH_MAX ? TANH_MAX : y;
    float z = Math.fma(y, LOG2_E, MAGIC);
    float k = z - MAGIC;
    float r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, y));
    float p = Math.fma(EXP6, r, EXP5);
    p = Math.fma(p, r, EXP4);
    p = Math.fma(p, r, EXP3);
    p = Math.fma(p, r, EXP2);
    float q = Math.fma(r * r, p, r); // e^r − 1, exact to the last places for small r too
    float power = Float.intBitsToFloat((Float.floatToRawIntBits(z) - MAGIC_BITS + 127) << 23);
    float e = Math.fma(power, q, power - 1f);
    int sign = Float.floatToRawIntBits(x) & Integer.MIN_VALUE;
    return Float.intBitsToFloat(Float.floatToRawIntBits(e / (e + 2f)) | sign);
  }
}
