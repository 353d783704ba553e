package org.thalweg.probe.sharpness;

import java.util.function.DoubleUnaryOperator;

/**
 * Where a quantity that is small for a small σ crosses a target: a bracket [σ, 2σ] found by halving
 * or doubling from 0.01, then bisected on a logarithmic scale to a relative width of 0.3 %.
 *
 * <p>Where the quantity crosses the target more than once, one of the crossings is found. What is
 * not a number counts as above the target.
 *
 * @param low the largest σ tried at which the quantity is at most the target, with no σ above the
 *     target tried below it; 0 if there is none down to 10⁻¹²
 * @param high the smallest σ tried at which it is above; infinite if there is none up to 10⁶
 */
record SigmaSearch(double low, double high) {
  private static final double START = 0.01;
  private static final double LEAST = 1e-12;
  private static final double MOST = 1e6;
  private static final int BISECTIONS = 8;

  static SigmaSearch of(DoubleUnaryOperator quantity, double target) {
    double low = START;
    double high = START;
    if (quantity.applyAsDouble(START) <= target) {
      do {
        low = high;
        high *= 2;
        if (high > MOST) {
          return new SigmaSearch(low, Double.POSITIVE_INFINITY);
        }
      } while (quantity.applyAsDouble(high) <= target);
    } else {
      do {
        high = low;
        low /= 2;
        if (low < LEAST) {
          return new SigmaSearch(0, high);
        }
      } while (!(quantity.applyAsDouble(low) <= target));
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = Math.sqrt(low * high);
      if (quantity.applyAsDouble(middle) <= target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new SigmaSearch(low, high);
  }
}
