package org.thalweg.linalg;

/**
 * An approximate eigenpair.
 *
 * @param value vᵀAv
 * @param vector v, ‖v‖ = 1; owned by the {@link Eigenpairs} it belongs to
 * @param residual ‖Av − λv‖ by a fresh product; NaN when the run ended before there was one
 * @param converged whether the residual meets the tolerance
 */
public record Eigenpair(double value, Vector vector, double residual, boolean converged) {}
