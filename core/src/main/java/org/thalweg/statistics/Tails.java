package org.thalweg.statistics;

/**
 * Both tails of a null distribution at the observed value t, each including it.
 *
 * @param lower P(T ≤ t)
 * @param upper P(T ≥ t)
 */
record Tails(double lower, double upper) {
  double pValue(Alternative alternative) {
    return alternative.pValue(lower, upper);
  }
}
