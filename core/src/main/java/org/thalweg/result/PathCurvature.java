package org.thalweg.result;

import java.util.List;

/**
 * Curvature along a path of snapshots.
 *
 * @param points at some of the snapshots, in their order
 * @param threshold with what λ₁ is to be compared
 * @param radius ρ of the sharpness
 * @param componentCurvature vₖᵀHvₖ at the last snapshot for each principal component vₖ
 * @param meanCurvature mean of vᵀHv over random unit v at the last snapshot: tr H / d
 * @param meanCurvatureStandardError over the random directions
 */
public record PathCurvature(
    List<Point> points,
    StabilityThreshold threshold,
    double radius,
    Values componentCurvature,
    double meanCurvature,
    double meanCurvatureStandardError) {
  public PathCurvature {
    points = List.copyOf(points);
  }

  /**
   * One snapshot.
   *
   * @param snapshot its number along the path, from 0
   * @param largest λ₁ of the Hessian
   * @param gradientNorm ‖∇L‖₂
   * @param sharpness L(θ + ρ∇L/‖∇L‖) − L(θ)
   * @param alignment |cos| between the step to the next snapshot and the eigenvector of λ₁; NaN at
   *     the last snapshot
   */
  public record Point(
      int snapshot, Eigenvalue largest, double gradientNorm, double sharpness, double alignment) {}
}
