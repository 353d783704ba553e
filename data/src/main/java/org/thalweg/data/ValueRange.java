package org.thalweg.data;

/**
 * Where numbers lie; NaN in all three if one of them is NaN or there is none.
 *
 * @param minimum the smallest
 * @param maximum the largest
 * @param mean summed in float64
 */
public record ValueRange(double minimum, double maximum, double mean) {
  /** Collects numbers one by one. */
  static final class Accumulator {
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private double sum;
    private long count;

    void add(float[] values) {
      for (float value : values) {
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
        sum += value;
      }
      count += values.length;
    }

    ValueRange range() {
      return count == 0
          ? new ValueRange(Double.NaN, Double.NaN, Double.NaN)
          : new ValueRange(minimum, maximum, sum / count);
    }
  }
}
