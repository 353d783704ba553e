package org.thalweg.statistics;

import java.util.Arrays;

/** Whether numbers differ by more than rounding. */
final class Spread {
  private static final double ROUNDING_STEPS = 8;

  private Spread() {}

  /** Whether all values are the same number, as far as values of this size can tell. */
  static boolean constant(double[] values, double size) {
    if (values.length == 0) {
      return true;
    }
    double low = Arrays.stream(values).min().orElseThrow();
    double high = Arrays.stream(values).max().orElseThrow();
    // The first comparison is for infinities, whose difference is NaN.
    return low == high || high - low <= ROUNDING_STEPS * Math.ulp(size);
  }

  static boolean constant(double[] values) {
    return constant(values, largest(values));
  }

  /** The largest absolute value; 0 of nothing. */
  static double largest(double[]... columns) {
    return Arrays.stream(columns).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }
}
