package org.thalweg.result;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** An immutable sequence of numbers with value semantics; missing is NaN. */
public final class Values {
  private final double[] values;

  private Values(double[] values) {
    this.values = values;
  }

  public static Values of(double... values) {
    return new Values(values.clone());
  }

  /** {@code n} equidistant values from {@code first} to {@code last}, both included exactly. */
  public static Values linspace(double first, double last, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = i == n - 1 ? last : first + (last - first) * i / (n - 1);
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
