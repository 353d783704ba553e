package org.thalweg.statistics;

import java.util.List;

/**
 * Ordinary least squares y ≈ β₀ + Σ βⱼxⱼ, by QR factorisation (Hipparchus) of centred and scaled
 * columns.
 *
 * <p>Standard errors, intervals and p-values of coefficients (against β = 0, two-sided, Student's t
 * with n − p − 1 degrees of freedom) want independent deviations of one variance. If there are not
 * more rows than coefficients they are NaN; if there are fewer, or a predictor is constant or
 * follows from the others, everything is NaN and {@code note} says why.
 *
 * <p>Misleads: R² on the rows that were fitted is too good, the more so the more predictors there
 * are; see {@link CompositeScore}.
 *
 * @param terms "intercept", then one for each predictor
 * @param rSquared share of the variance explained; NaN if y is constant
 * @param adjustedRSquared 1 − (1 − R²)(n − 1)/(n − p − 1)
 * @param residualError √(Σ residuals²/(n − p − 1)), in the unit of y
 * @param degreesOfFreedom n − p − 1
 * @param count complete rows, n
 * @param missing rows left out because a value is missing or not finite
 * @param note why there is no fit; empty if there is one
 */
public record LeastSquares(
    List<Term> terms,
    double rSquared,
    double adjustedRSquared,
    double residualError,
    int degreesOfFreedom,
    int count,
    int missing,
    String note) {

  /** The name of β₀. */
  public static final String INTERCEPT = "intercept";

  /**
   * A coefficient.
   *
   * @param name of the predictor
   * @param coefficient β with its 95 % interval
   * @param standardError of β
   * @param t β/standardError
   * @param pValue of β = 0, two-sided
   */
  public record Term(
      String name, Interval coefficient, double standardError, double t, double pValue) {}

  /** Keeps a copy. */
  public LeastSquares {
    terms = List.copyOf(terms);
  }

  /**
   * The fit.
   *
   * @param names of the predictors
   * @param predictors one column for each name
   * @param y the outcome
   * @throws org.thalweg.error.ThalwegException DIMENSION_MISMATCH
   */
  public static LeastSquares fit(List<String> names, List<double[]> predictors, double[] y) {
    return LeastSquaresFit.of(names, predictors, y);
  }

  /** Whether there are coefficients. */
  public boolean fitted() {
    return note.isEmpty();
  }

  /** β of the term with this index; 0 is the intercept. */
  public double coefficient(int term) {
    return terms.get(term).coefficient().estimate();
  }

  /** β₀ + Σ βⱼxⱼ. */
  public double predict(double... x) {
    double sum = coefficient(0);
    for (int j = 0; j < x.length; j++) {
      sum += coefficient(j + 1) * x[j];
    }
    return sum;
  }
}
