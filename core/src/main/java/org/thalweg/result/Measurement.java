package org.thalweg.result;

/**
 * One number of a result, as a table shows it.
 *
 * @param name what was measured, e.g. {@code "λ₁"}
 * @param value the number; NaN where it is missing
 * @param uncertainty how far the truth may be away, same unit; NaN where nothing can be said
 * @param uncertaintyKind what the uncertainty is, e.g. {@code "residual ‖Hv − λv‖"} or {@code
 *     "standard error over samples"}; empty where there is none
 * @param outcome how the computation of it ended
 */
public record Measurement(
    String name, double value, double uncertainty, String uncertaintyKind, Outcome outcome) {

  /** A number without an uncertainty: a count, or a value that is what it is by definition. */
  static Measurement exact(String name, double value, Outcome outcome) {
    return new Measurement(name, value, Double.NaN, "", outcome);
  }
}
