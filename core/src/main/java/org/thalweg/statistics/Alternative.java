package org.thalweg.statistics;

/** What is believed if the null hypothesis is not. Must be chosen before the data are seen. */
public enum Alternative {
  /** The quantity differs from what the null hypothesis says, in either direction. */
  TWO_SIDED,
  /** It is greater: a positive difference or correlation, a rising trend. */
  GREATER,
  /** It is less. */
  LESS;

  /**
   * The p-value from both tails of the null distribution, each including the observed value.
   *
   * @param lower P(T ≤ t)
   * @param upper P(T ≥ t)
   */
  double pValue(double lower, double upper) {
    double p =
        switch (this) {
          case TWO_SIDED -> 2 * Math.min(lower, upper);
          case GREATER -> upper;
          case LESS -> lower;
        };
    // Math.min keeps NaN.
    return Math.min(1, p);
  }
}
