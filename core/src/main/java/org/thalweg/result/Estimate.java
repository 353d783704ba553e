package org.thalweg.result;

/**
 * A number known from random probes, with its error.
 *
 * @param value the estimate
 * @param standardError of the value, over the probes; 0 when the value is exact
 * @param low lower end of the 95 % confidence interval
 * @param high upper end
 * @param probes random vectors that were averaged
 * @param outcome converged when the interval became as narrow as asked for
 */
public record Estimate(
    double value, double standardError, double low, double high, int probes, Outcome outcome) {
  private static final String KIND = "standard error over random probes";

  /** A number that needed no chance. */
  public static Estimate exact(double value, int probes) {
    return new Estimate(value, 0, value, value, probes, Outcome.CONVERGED);
  }

  /** Nothing is known, because of this. */
  public static Estimate missing(int probes, Outcome outcome) {
    return new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN, probes, outcome);
  }

  /** The row of a table. */
  Measurement measurement(String name) {
    return new Measurement(name, value, standardError, KIND, outcome);
  }
}
