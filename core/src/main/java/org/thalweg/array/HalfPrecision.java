package org.thalweg.array;

/** IEEE binary16: 1 sign bit, 5 bits of exponent (bias 15), 10 bits of fraction. */
final class HalfPrecision {
  private static final int FRACTION_BITS = 10;
  private static final int SPECIAL_EXPONENT = 0x1f;

  private HalfPrecision() {}

  /** The same number as binary32; every binary16 has one. */
  static float toFloat(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> FRACTION_BITS) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      // zero or subnormal: fraction · 2⁻²⁴, exact in binary32
      float magnitude = Math.scalb((float) fraction, -24);
      return sign == 0 ? magnitude : -magnitude;
    }
    int wideExponent = exponent == SPECIAL_EXPONENT ? 0xff : exponent - 15 + 127;
    return Float.intBitsToFloat(sign | (wideExponent << 23) | (fraction << (23 - FRACTION_BITS)));
  }
}
