package org.thalweg.figure;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * A named stretch of numbers.
 *
 * @param name what is measured, with its unit or definition
 * @param low the smallest number shown
 * @param high the largest number shown, above {@code low}
 */
record Axis(String name, Scale scale, double low, double high) {
  private static final double DECADES_FOR_LOGARITHM = 1.5;

  /** Exactly from the smallest to the largest finite value, linear. */
  static Axis tight(String name, DoubleStream values) {
    return spread(name, new LinearScale(), values, 0);
  }

  /** With a little air around the values, linear. */
  static Axis linear(String name, DoubleStream values) {
    return spread(name, new LinearScale(), values, 0.06);
  }

  /** With a little air around the values, logarithmic; all of them must be positive. */
  static Axis logarithmic(String name, DoubleStream values) {
    return spread(name, new LogarithmicScale(), values, 0.06);
  }

  /** Logarithmic where all values are positive and span decades, else linear. */
  static Axis forRange(String name, Supplier<DoubleStream> values) {
    double[] finite = values.get().filter(Double::isFinite).toArray();
    double smallest = DoubleStream.of(finite).min().orElse(0);
    double largest = DoubleStream.of(finite).max().orElse(1);
    boolean spansDecades =
        smallest > 0 && Math.log10(largest) - Math.log10(smallest) >= DECADES_FOR_LOGARITHM;
    return spansDecades
        ? spread(name + ", log scale", new LogarithmicScale(), DoubleStream.of(finite), 0.06)
        : linear(name, DoubleStream.of(finite));
  }

  private static Axis spread(String name, Scale scale, DoubleStream values, double margin) {
    double[] finite = values.filter(Double::isFinite).toArray();
    double low = DoubleStream.of(finite).min().orElse(0);
    double high = DoubleStream.of(finite).max().orElse(1);
    if (!(high - low > 1e-12 * Math.max(Math.abs(high), Math.abs(low)))) {
      double half = low == 0 ? 0.5 : Math.abs(low) / 2;
      return new Axis(name, scale, low - half, high + half);
    }
    if (scale instanceof LogarithmicScale) {
      double factor = Math.pow(high / low, margin);
      return new Axis(name, scale, low / factor, high * factor);
    }
    double air = margin * (high - low);
    return new Axis(name, scale, low - air, high + air);
  }

  /** 0 at the low end, 1 at the high end; NaN where the scale has no place for the value. */
  double fraction(double value) {
    double start = scale.transform(low);
    return (scale.transform(value) - start) / (scale.transform(high) - start);
  }

  List<Tick> ticks(int atMost) {
    return scale.ticks(low, high, atMost);
  }
}
