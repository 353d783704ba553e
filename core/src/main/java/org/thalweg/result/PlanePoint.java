package org.thalweg.result;

/**
 * A named point of a plane, e.g. one of the networks that span it.
 *
 * @param alpha its coordinate along the first direction
 * @param beta its coordinate along the second direction
 */
public record PlanePoint(String name, double alpha, double beta) {}
