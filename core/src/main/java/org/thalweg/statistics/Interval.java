package org.thalweg.statistics;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * An estimate with the confidence interval around it.
 *
 * @param estimate the value; NaN if there is none
 * @param low lower end; NaN where it is not known
 * @param high upper end
 * @param level how often such intervals cover the true value, e.g. 0.95
 */
public record Interval(double estimate, double low, double high, double level) {
  /** The level where none is given. */
  public static final double LEVEL = 0.95;

  /**
   * Refuses levels outside of (0, 1).
   *
   * @throws ThalwegException INVALID_OPTION
   */
  public Interval {
    if (!(level > 0 && level < 1)) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a confidence level between 0 and 1, e.g. 0.95")
          .found(Double.toString(level))
          .next("give the level as a fraction");
    }
  }

  /** A value of whose uncertainty nothing is known. */
  public static Interval unknown(double estimate, double level) {
    return new Interval(estimate, Double.NaN, Double.NaN, level);
  }

  /** No value. */
  public static Interval missing(double level) {
    return unknown(Double.NaN, level);
  }

  /** Whether the ends are known. */
  public boolean known() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** Whether x lies in the interval, ends included; false if the ends are not known. */
  public boolean contains(double x) {
    return low <= x && x <= high;
  }

  /** Whether x lies outside; false if the ends are not known. */
  public boolean excludes(double x) {
    return x < low || x > high;
  }

  public double width() {
    return high - low;
  }

  /** The interval of c times the quantity. */
  public Interval times(double c) {
    double a = c * low;
    double b = c * high;
    return new Interval(c * estimate, Math.min(a, b), Math.max(a, b), level);
  }
}
