package org.thalweg.result;

/**
 * The curvature above which an optimizer with a fixed step diverges on a quadratic, if it has one.
 *
 * @param rule the formula in words, or why there is none
 * @param value in units of λ; NaN if there is none
 */
public record StabilityThreshold(String rule, double value) {
  /** No line to compare with. */
  public static StabilityThreshold none(String reason) {
    return new StabilityThreshold(reason, Double.NaN);
  }

  public boolean exists() {
    return !Double.isNaN(value);
  }
}
