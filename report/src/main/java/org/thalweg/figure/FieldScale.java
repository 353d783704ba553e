package org.thalweg.figure;

import java.util.Arrays;
import java.util.List;
import org.thalweg.result.Grid;

/**
 * How the values of a field over a plane become colours, heights and levels; contour, heat map and
 * 3-D surface of one field share it, and so can be compared.
 *
 * <p>Logarithmic where all finite values are positive and span 1.5 decades. Cut off at the top
 * where a few values would squeeze all others together: at the 95th percentile plus half its
 * distance from the lowest value, on the scale in use.
 *
 * @param logarithmic whether equal ratios, rather than equal differences, look equal
 * @param low the lowest finite value
 * @param high the highest value that is told apart from those above it
 * @param highest the highest finite value, above {@code high} where the scale is cut off
 */
public record FieldScale(boolean logarithmic, double low, double high, double highest) {
  private static final double DECADES_FOR_LOGARITHM = 1.5;
  private static final double BULK = 0.95;
  private static final double HEADROOM = 1.5;

  /** The scale for one field. */
  public static FieldScale of(Grid grid) {
    double[] sorted = grid.values().stream().filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return new FieldScale(false, 0, 1, 1);
    }
    double low = sorted[0];
    double highest = sorted[sorted.length - 1];
    boolean logarithmic = low > 0 && Math.log10(highest) - Math.log10(low) >= DECADES_FOR_LOGARITHM;
    double bulk = sorted[(int) Math.ceil(BULK * (sorted.length - 1))];
    double limit =
        logarithmic ? low * Math.pow(bulk / low, HEADROOM) : low + HEADROOM * (bulk - low);
    boolean cut = limit > low && limit < highest;
    return new FieldScale(logarithmic, low, cut ? limit : highest, highest);
  }

  /** For shares, which are compared between pictures: always from 0 to 1. */
  static FieldScale ofShares() {
    return new FieldScale(false, 0, 1, 1);
  }

  /** Whether values above {@link #high} exist and look like it. */
  public boolean isCutOff() {
    return highest > high;
  }

  /** The levels of contour lines: round numbers strictly inside the scale, ascending. */
  public List<Double> levels() {
    return ContourLevels.between(low, high, logarithmic);
  }

  /** Where contours are interpolated and heights measured. */
  double transform(double value) {
    return scale().transform(value);
  }

  /** 0 at the low end, 1 at the high end and above; NaN stays NaN and infinities become NaN. */
  double fraction(double value) {
    if (!Double.isFinite(value)) {
      return Double.NaN;
    }
    if (!(high > low)) {
      return 0.5;
    }
    double start = transform(low);
    double fraction = (transform(value) - start) / (transform(high) - start);
    return Math.min(1, Math.max(0, fraction));
  }

  Axis axis(String name) {
    if (high > low) {
      return new Axis(name, scale(), low, high);
    }
    double half = low == 0 ? 0.5 : Math.abs(low) / 2;
    return new Axis(name, new LinearScale(), low - half, low + half);
  }

  /** Every value on this scale, cut off at neither end; infinities become NaN. */
  double[][] transformed(Grid grid) {
    double[][] rows = grid.toArrays();
    for (double[] row : rows) {
      Arrays.setAll(row, j -> Double.isFinite(row[j]) ? transform(row[j]) : Double.NaN);
    }
    return rows;
  }

  private Scale scale() {
    return logarithmic ? new LogarithmicScale() : new LinearScale();
  }
}
