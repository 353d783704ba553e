package org.thalweg.result;

/**
 * A number that would be another one with other samples of data, and by how much.
 *
 * @param value for the samples that there are
 * @param standardError of the value over draws of as many independent samples; NaN where it is not
 *     known
 */
public record SampleEstimate(double value, double standardError) {
  private static final String KIND = "standard error over samples";

  /** The row of a table. */
  Measurement measurement(String name, Outcome outcome) {
    boolean known = !Double.isNaN(standardError);
    return new Measurement(name, value, standardError, known ? KIND : "", outcome);
  }

  /** c times as much. */
  public SampleEstimate times(double c) {
    return new SampleEstimate(c * value, Math.abs(c) * standardError);
  }
}
