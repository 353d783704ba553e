package org.thalweg.probe.audit;

import java.util.List;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.StatUtils;

/**
 * A measure read at one point.
 *
 * @param value NaN where it is missing
 * @param uncertainty one standard error, residual or the like of the computation; not of the finite
 *     sample of data, which is the same at every point; 0 for a value that is exact up to rounding
 * @param draws the values whose mean {@code value} is, one for each random number; two points are
 *     then compared draw by draw. Empty where there are none
 */
public record Reading(double value, double uncertainty, List<Double> draws) {
  public Reading {
    draws = List.copyOf(draws);
  }

  /** Exact up to rounding. */
  public static Reading exact(double value) {
    return new Reading(value, 0, List.of());
  }

  /** With an uncertainty of its own. */
  public static Reading uncertain(double value, double uncertainty) {
    return new Reading(value, uncertainty, List.of());
  }

  /** The mean of independent draws. */
  public static Reading mean(double[] draws) {
    return new Reading(
        StatUtils.mean(draws), standardError(draws), DoubleStream.of(draws).boxed().toList());
  }

  /** One standard error of other − this. */
  double uncertaintyOfChange(Reading other) {
    if (draws.isEmpty() || draws.size() != other.draws.size()) {
      return Math.hypot(uncertainty, other.uncertainty);
    }
    double[] changes = new double[draws.size()];
    for (int k = 0; k < changes.length; k++) {
      changes[k] = other.draws.get(k) - draws.get(k);
    }
    return standardError(changes);
  }

  private static double standardError(double[] values) {
    return values.length < 2 ? 0 : Math.sqrt(StatUtils.variance(values) / values.length);
  }
}
