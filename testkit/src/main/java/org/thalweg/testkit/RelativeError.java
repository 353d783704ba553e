package org.thalweg.testkit;

import java.util.Arrays;

/**
 * How far a value is from what it should be, relative to the latter; failures show both values.
 *
 * <p>Scalars: |a − e| / |e|; vectors: ‖a − e‖₂ / ‖e‖₂. Where the expected value is zero the error
 * is absolute. A NaN anywhere is infinitely wrong.
 */
public final class RelativeError {
  private RelativeError() {}

  public static double of(double actual, double expected) {
    return quotient(Math.abs(actual - expected), Math.abs(expected));
  }

  public static double of(double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      throw new AssertionError(
          "lengths differ: expected " + expected.length + ", actual " + actual.length);
    }
    double difference = 0;
    double size = 0;
    for (int i = 0; i < actual.length; i++) {
      difference = Math.hypot(difference, actual[i] - expected[i]);
      size = Math.hypot(size, expected[i]);
    }
    return quotient(difference, size);
  }

  /** Fails unless the relative error is at most {@code tolerance}. */
  public static void atMost(double tolerance, String what, double actual, double expected) {
    double error = of(actual, expected);
    if (!(error <= tolerance)) {
      throw new AssertionError(
          "%s: relative error %.3g, allowed %.3g%n  expected: %s%n  actual:   %s"
              .formatted(what, error, tolerance, expected, actual));
    }
  }

  /** Fails unless the relative error in the 2-norm is at most {@code tolerance}. */
  public static void atMost(double tolerance, String what, double[] actual, double[] expected) {
    double error = of(actual, expected);
    if (!(error <= tolerance)) {
      int worst = worst(actual, expected);
      throw new AssertionError(
          "%s: relative error %.3g, allowed %.3g; worst at index %d: expected %s, actual %s%n  expected: %s%n  actual:   %s"
              .formatted(
                  what,
                  error,
                  tolerance,
                  worst,
                  expected[worst],
                  actual[worst],
                  beginning(expected),
                  beginning(actual)));
    }
  }

  /** Fails unless every component has a relative error of at most {@code tolerance}. */
  public static void eachAtMost(double tolerance, String what, double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      throw new AssertionError(
          "%s: lengths differ: expected %d, actual %d"
              .formatted(what, expected.length, actual.length));
    }
    for (int i = 0; i < actual.length; i++) {
      atMost(tolerance, what + "[" + i + "]", actual[i], expected[i]);
    }
  }

  private static double quotient(double difference, double size) {
    if (Double.isNaN(difference) || Double.isNaN(size)) {
      return Double.POSITIVE_INFINITY;
    }
    return size == 0 ? difference : difference / size;
  }

  private static int worst(double[] actual, double[] expected) {
    int worst = 0;
    double largest = -1;
    for (int i = 0; i < actual.length; i++) {
      double difference = Math.abs(actual[i] - expected[i]);
      if (Double.isNaN(difference)) {
        return i;
      }
      if (difference > largest) {
        largest = difference;
        worst = i;
      }
    }
    return worst;
  }

  private static String beginning(double[] values) {
    return values.length <= 8
        ? Arrays.toString(values)
        : Arrays.toString(Arrays.copyOf(values, 8)) + " … of " + values.length;
  }
}
