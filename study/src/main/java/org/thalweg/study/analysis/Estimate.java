package org.thalweg.study.analysis;

import org.thalweg.statistics.Interval;

/**
 * A coefficient with its interval, and the p-value of the hypothesis that it is 0.
 *
 * @param interval the coefficient and its ends; NaN where it does not exist
 * @param pValue two-sided; NaN where there is no test
 * @param count rows that entered: trials, cells or seeds, as the place says where it stands
 */
public record Estimate(Interval interval, double pValue, int count) {
  /** The coefficient itself. */
  public double value() {
    return interval.estimate();
  }

  /** What does not exist. */
  public static Estimate missing(int count) {
    return new Estimate(Interval.missing(Interval.LEVEL), Double.NaN, count);
  }
}
