package org.thalweg.statistics;

import java.util.Arrays;
import org.hipparchus.stat.StatUtils;

/**
 * Mean and standard deviation (Hipparchus) of values of any size: they are divided by a power of 2
 * first, which is exact, so that no square overflows or vanishes.
 */
final class Moments {
  private Moments() {}

  /** Exactly the value if all are the same. */
  static double mean(double[] x) {
    if (x.length > 0 && Arrays.stream(x).allMatch(value -> value == x[0])) {
      return x[0];
    }
    double scale = scale(x);
    return scale * StatUtils.mean(scaled(x, scale));
  }

  /** With n − 1; exactly 0 of values that differ by rounding only, NaN of fewer than two. */
  static double deviation(double[] x) {
    if (x.length < 2) {
      return Double.NaN;
    }
    if (Spread.constant(x)) {
      return 0;
    }
    double scale = scale(x);
    return scale * Math.sqrt(StatUtils.variance(scaled(x, scale)));
  }

  private static double scale(double[] x) {
    return Math.scalb(1.0, Math.getExponent(Spread.largest(x)));
  }

  private static double[] scaled(double[] x, double scale) {
    return Arrays.stream(x).map(value -> value / scale).toArray();
  }
}
