package org.thalweg.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What an axis is called and whether it is logarithmic, decided once for the static and for the
 * interactive picture.
 *
 * @param name what is measured, with its unit; says so where the axis is logarithmic
 * @param logarithmic whether equal distances are equal ratios
 */
public record AxisChoice(String name, boolean logarithmic) {

  /**
   * Logarithmic if wished and if all finite values are positive.
   *
   * @param unit empty where there is none
   * @param wished whether a logarithmic axis is asked for
   */
  public static AxisChoice of(String title, String unit, boolean wished, DoubleStream values) {
    double[] finite = values.filter(Double::isFinite).toArray();
    boolean positive = finite.length > 0 && Arrays.stream(finite).allMatch(value -> value > 0);
    boolean logarithmic = wished && positive;
    String name = unit.isEmpty() ? title : title + " [" + unit + "]";
    if (logarithmic) {
      return new AxisChoice(name + ", log scale", true);
    }
    boolean refused = wished && finite.length > 0;
    return new AxisChoice(refused ? name + " (linear: not all are positive)" : name, false);
  }

  /** A linear axis of this name. */
  public static AxisChoice linear(String name) {
    return new AxisChoice(name, false);
  }

  /** Where a value stands along the axis, up to a shift and a factor; NaN where it has no place. */
  public double place(double value) {
    return logarithmic ? new LogarithmicScale().transform(value) : value;
  }

  /** The value at a place. */
  public double value(double place) {
    return logarithmic ? Math.pow(10, place) : place;
  }

  Axis around(DoubleStream values) {
    return logarithmic
        ? Axis.logarithmic(name, values.filter(value -> value > 0))
        : Axis.linear(name, values);
  }
}
