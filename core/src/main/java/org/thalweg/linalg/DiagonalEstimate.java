package org.thalweg.linalg;

import org.thalweg.result.Outcome;
import org.thalweg.result.Values;

/**
 * The diagonal of an operator from random probes.
 *
 * @param diagonal estimates of aᵢᵢ
 * @param standardError of each
 * @param relativeError √Σ(standard error)² / ‖diagonal‖₂
 * @param probes random vectors, one product each
 */
public record DiagonalEstimate(
    Values diagonal, Values standardError, double relativeError, int probes, Outcome outcome) {}
