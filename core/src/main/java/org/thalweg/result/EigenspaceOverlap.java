package org.thalweg.result;

import java.util.List;

/**
 * How much of the gradient lies in the space of the largest eigenvalues of the Hessian.
 *
 * @param eigenvalues of that space, largest first
 * @param share ‖Pg‖² / ‖g‖², P the projection on their eigenvectors; its error is that of the
 *     gradient, with the eigenvectors held fast
 * @param shareByChance k/d, what a random direction has on average
 * @param outcome how the search for eigenvectors ended
 */
public record EigenspaceOverlap(
    List<Eigenvalue> eigenvalues, SampleEstimate share, double shareByChance, Outcome outcome) {
  public EigenspaceOverlap {
    eigenvalues = List.copyOf(eigenvalues);
  }

  List<Measurement> measurements() {
    return List.of(
        share.measurement(
            "share of ‖∇L‖² in the top " + eigenvalues.size() + " eigenvectors", outcome),
        Measurement.exact("the same for a random direction", shareByChance, outcome));
  }
}
