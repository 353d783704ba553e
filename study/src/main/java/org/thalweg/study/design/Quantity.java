package org.thalweg.study.design;

/**
 * A number that every trial (or every pair of trials) gets.
 *
 * @param name in formulas, claims and tables, e.g. {@code lambda_max}
 * @param title for people, e.g. {@code "largest eigenvalue λ₁"}
 * @param unit for axes; empty where there is none
 * @param logarithmic whether pictures show it on a logarithmic axis
 * @param role what it is for
 * @param ofPairs whether pairs have it rather than trials
 * @param source where it comes from
 * @param place where the file says so
 */
public record Quantity(
    String name,
    String title,
    String unit,
    boolean logarithmic,
    Role role,
    boolean ofPairs,
    QuantitySource source,
    Place place) {
  /** What a quantity is for. */
  public enum Role {
    /** Measured on the landscape. */
    PREDICTOR,
    /** What one would like to predict: generalization gap, convergence time, … */
    OUTCOME,
    /** Held fixed in partial correlations, e.g. the training loss. */
    CONTROL
  }
}
