package org.thalweg.result;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * How many of a set of numbers lie in each of some adjacent intervals.
 *
 * @param edges of the intervals, ascending: one more than there are intervals
 * @param counts numbers from one edge to before the next; the last interval contains its end
 * @param below numbers below the first edge
 */
public record Histogram(Values edges, Values counts, int below) {
  public Histogram {
    if (edges.size() != counts.size() + 1) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("one edge more than intervals")
          .found(edges.size() + " edges, " + counts.size() + " intervals")
          .next("give both ends of every interval");
    }
  }

  /**
   * Of numbers ≥ 0 in intervals of equal ratio from the smallest to the largest, at most twelve
   * decades below it.
   *
   * @param numbers finite, at least one of them positive
   */
  public static Histogram logarithmic(double[] numbers, int intervals) {
    double high = 0;
    for (double number : numbers) {
      high = Math.max(high, number);
    }
    double low = high;
    for (double number : numbers) {
      low = number >= 1e-12 * high ? Math.min(low, number) : low;
    }
    if (low > high / 1.01) {
      low /= 1.01;
      high *= 1.01;
    }
    double step = Math.log(high / low) / intervals;
    double[] edges = new double[intervals + 1];
    for (int i = 0; i < intervals; i++) {
      edges[i] = low * Math.exp(i * step);
    }
    edges[intervals] = high;
    double[] counts = new double[intervals];
    int below = 0;
    for (double number : numbers) {
      if (number < low) {
        below++;
      } else {
        int i = Math.min(intervals - 1, (int) (Math.log(number / low) / step));
        counts[i]++;
      }
    }
    return new Histogram(Values.of(edges), Values.of(counts), below);
  }
}
