package org.thalweg.figure;

import java.util.List;
import org.thalweg.result.SharpnessValue;

/**
 * How measures of sharpness become places along one axis that contains zero: linear, or
 * symmetric-logarithmic where their magnitudes span more than a factor of 20.
 *
 * @param threshold below about this magnitude the axis is linear; NaN where all of it is
 * @param low the lowest value shown
 * @param high the highest value shown
 */
public record SharpnessScale(double threshold, double low, double high) {
  private static final double RATIO_FOR_LOGARITHM = 20;
  private static final double MOST_SPAN = 1e8;

  /** The scale for these measures, errors included. */
  public static SharpnessScale of(List<SharpnessValue> values) {
    double low = 0;
    double high = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (SharpnessValue each : values) {
      double value = each.value();
      if (Double.isFinite(value)) {
        double error = Double.isFinite(each.largestError()) ? each.largestError() : 0;
        low = Math.min(low, value);
        high = Math.max(high, value + error);
        largest = Math.max(largest, Math.abs(value));
        smallest = value == 0 ? smallest : Math.min(smallest, Math.abs(value));
      }
    }
    if (largest == 0) {
      return new SharpnessScale(Double.NaN, -1, 1);
    }
    if (largest / smallest < RATIO_FOR_LOGARITHM) {
      double air = 0.25 * (high - low);
      return new SharpnessScale(
          Double.NaN, low < 0 ? low - air : low, high > 0 ? high + air : high);
    }
    double decade = Math.pow(10, Math.floor(Math.log10(Math.max(smallest, largest / MOST_SPAN))));
    // Room beyond the ends for the numbers.
    return new SharpnessScale(decade / 10, 8 * low, 30 * high);
  }

  /** What the axis is called. */
  public String name() {
    return isLinear()
        ? "value of the measure"
        : "value of the measure (symmetric log scale, linear below "
            + NumberText.of(threshold, 2)
            + ")";
  }

  /** Where a value stands on the axis. */
  public double place(double value) {
    return scale().transform(value);
  }

  /** Round values on the axis. */
  public List<EigenvalueScale.Mark> marks() {
    return scale().ticks(low, high, 12).stream()
        .map(tick -> new EigenvalueScale.Mark(place(tick.value()), tick.label()))
        .toList();
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
