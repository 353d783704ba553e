package org.thalweg.result;

/**
 * An eigenvalue and how good it is. In exact arithmetic some eigenvalue lies within {@code
 * residual} of {@code value}.
 *
 * @param value the Ritz value vᵀHv, algebraic (with its sign)
 * @param residual ‖Hv − λv‖ for the unit vector v, computed with a fresh product
 * @param converged whether the residual met the requested tolerance
 */
public record Eigenvalue(double value, double residual, boolean converged) {}
