package org.thalweg.result;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * An immutable sequence of numbers with value semantics; missing is NaN. Two sequences are equal if
 * their numbers are the same bit for bit, all NaNs counting as one: NaN equals NaN, 0 differs from
 * −0.
 */
public final class Values {
  private final double[] values;

  private Values(double[] values) {
    this.values = values;
  }

  public static Values of(double... values) {
    return new Values(values.clone());
  }

  /**
   * {@code n} equidistant values from {@code first} to {@code last}, both included exactly; of a
   * range symmetric about 0, symmetric about 0, and with an exact 0 in the middle if n is odd. A
   * single value is {@code first}.
   */
  public static Values linspace(double first, double last, int n) {
    if (n < 1) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("at least 1 value")
          .found(n + " values")
          .next("give a positive number of values");
    }
    double[] values = new double[n];
    values[n - 1] = last;
    values[0] = first;
    for (int i = 1; i < n - 1; i++) {
      values[i] = (first * (n - 1 - i) + last * i) / (n - 1);
    }
    return new Values(values);
  }

  public int size() {
    return values.length;
  }

  public double get(int i) {
    return values[i];
  }

  public double[] toArray() {
    return values.clone();
  }

  public DoubleStream stream() {
    return Arrays.stream(values);
  }

  /** Where the lowest finite value is, the first of several; −1 if no value is finite. */
  int indexOfLowest() {
    int lowest = -1;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i]) && (lowest < 0 || values[i] < values[lowest])) {
        lowest = i;
      }
    }
    return lowest;
  }

  /** Where the highest finite value is, the first of several; −1 if no value is finite. */
  int indexOfHighest() {
    int highest = -1;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i]) && (highest < 0 || values[i] > values[highest])) {
        highest = i;
      }
    }
    return highest;
  }

  /** Distance from value {@code i} to the farther of its neighbours; NaN without neighbours. */
  double spacing(int i) {
    double before = i > 0 ? Math.abs(values[i] - values[i - 1]) : Double.NaN;
    double after = i < values.length - 1 ? Math.abs(values[i + 1] - values[i]) : Double.NaN;
    return Double.isNaN(before) || after > before ? after : before;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
