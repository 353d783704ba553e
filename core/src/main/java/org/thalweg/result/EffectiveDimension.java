package org.thalweg.result;

/**
 * Σ λᵢ/(λᵢ + c) over the positive eigenvalues: how many directions are curved more than c.
 *
 * @param c the curvature that counts half, in units of an eigenvalue
 * @param value between 0 and the number of parameters
 */
public record EffectiveDimension(double c, Estimate value) {}
