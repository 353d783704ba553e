package org.thalweg.result;

import java.util.List;

/**
 * How alike two networks are, as points and as functions.
 *
 * <p>Misleads: distance and cosine of weights say nothing of the functions, because permuted or
 * rescaled hidden units leave the function as it is.
 *
 * @param distance ‖θ_B − θ_A‖₂
 * @param cosine cosine between θ_A and θ_B; NaN if one is 0
 * @param disagreement share of the samples for which the largest outputs differ; NaN where answers
 *     are no classes or were not compared
 * @param disagreementStandardError √(p(1 − p)/(N − 1)) for N answers
 * @param layers by layer, the outputs last; empty where they were not compared
 */
public record NetworkSimilarity(
    double distance,
    double cosine,
    double disagreement,
    double disagreementStandardError,
    List<LayerSimilarity> layers) {
  public NetworkSimilarity {
    layers = List.copyOf(layers);
  }
}
