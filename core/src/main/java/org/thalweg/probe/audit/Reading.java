package org.thalweg.probe.audit;

/**
 * A measure read at one point.
 *
 * @param value NaN where it is missing
 * @param uncertainty how far the computation may be off: a residual, for example; 0 for a value
 *     that is exact up to rounding. Neither the finite sample of data nor random draws belong here:
 *     they are the same at every point, so a change of the value cannot come from them
 */
public record Reading(double value, double uncertainty) {
  /** Exact up to rounding. */
  public static Reading exact(double value) {
    return new Reading(value, 0);
  }

  /** How far other − this may be off. */
  double uncertaintyOfChange(Reading other) {
    return Math.hypot(uncertainty, other.uncertainty);
  }
}
