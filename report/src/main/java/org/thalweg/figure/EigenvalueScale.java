package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.Values;

/**
 * How eigenvalues become places along an axis that contains zero: linear, or symmetric-logarithmic
 * where their magnitudes span more than a factor of 100.
 *
 * @param threshold below about this magnitude the axis is linear; NaN where all of it is
 * @param low the lowest value shown
 * @param high the highest value shown
 */
public record EigenvalueScale(double threshold, double low, double high) {
  private static final double RATIO_FOR_LOGARITHM = 100;
  private static final double MOST_SPAN = 1e8;

  /** A value on the axis with its text. */
  public record Mark(double place, String label) {}

  /** The scale for one spectrum, errors included. */
  public static EigenvalueScale of(List<Eigenvalue> eigenvalues) {
    double low = 0;
    double high = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (Eigenvalue eigenvalue : eigenvalues) {
      double value = eigenvalue.value();
      if (Double.isFinite(value)) {
        low = Math.min(low, value - eigenvalue.reach());
        high = Math.max(high, value + eigenvalue.reach());
        largest = Math.max(largest, Math.abs(value));
        smallest = value == 0 ? smallest : Math.min(smallest, Math.abs(value));
      }
    }
    if (largest == 0) {
      return new EigenvalueScale(Double.NaN, -1, 1);
    }
    if (largest / smallest < RATIO_FOR_LOGARITHM) {
      double air = 0.1 * (high - low);
      return new EigenvalueScale(
          Double.NaN, low < 0 ? low - air : low, high > 0 ? high + air : high);
    }
    double threshold =
        Math.pow(10, Math.floor(Math.log10(Math.max(smallest, largest / MOST_SPAN))));
    return new EigenvalueScale(threshold, 3 * low, 3 * high);
  }

  /** The scale for all eigenvalues of a matrix. */
  public static EigenvalueScale ofAll(Values spectrum) {
    return of(spectrum.stream().mapToObj(value -> new Eigenvalue(value, 0, true)).toList());
  }

  /** What the axis is called. */
  public String name() {
    return isLinear()
        ? "eigenvalue λ"
        : "eigenvalue λ (symmetric log scale, linear below " + NumberText.of(threshold, 2) + ")";
  }

  /** Where a value stands on the axis. */
  public double place(double value) {
    return scale().transform(value);
  }

  /** Round values on the axis. */
  public List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    for (Tick tick : scale().ticks(low, high, 12)) {
      marks.add(new Mark(place(tick.value()), tick.label()));
    }
    return marks;
  }

  Axis axis() {
    return new Axis(name(), scale(), low, high);
  }

  private boolean isLinear() {
    return Double.isNaN(threshold);
  }

  private Scale scale() {
    return isLinear() ? new LinearScale() : new SymmetricLogarithmicScale(threshold);
  }
}
