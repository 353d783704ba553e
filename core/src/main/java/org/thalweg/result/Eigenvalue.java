package org.thalweg.result;

/**
 * An eigenvalue and how good it is. In exact arithmetic some eigenvalue lies within {@code
 * residual} of {@code value}.
 *
 * @param value the Ritz value vᵀHv, algebraic (with its sign)
 * @param residual ‖Hv − λv‖ for the unit vector v, computed with a fresh product
 * @param converged whether the residual met the requested tolerance
 * @param standardError over samples: by how much the value would be another one with other data;
 *     NaN where it is not known
 */
public record Eigenvalue(double value, double residual, boolean converged, double standardError) {
  /** Of these data; nothing is known about others. */
  public Eigenvalue(double value, double residual, boolean converged) {
    this(value, residual, converged, Double.NaN);
  }

  /** The same with what is known about other data. */
  public Eigenvalue withStandardError(double error) {
    return new Eigenvalue(value, residual, converged, error);
  }

  /** The larger of the two errors that are known; 0 if none is. */
  public double reach() {
    return Math.max(
        Double.isFinite(residual) ? residual : 0,
        Double.isFinite(standardError) ? standardError : 0);
  }
}
