package org.thalweg.probe.sharpness;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * The maximum of gᵀδ + ½ δᵀAδ in a ball, by the secular equation: on the boundary δ = (λI − A)⁻¹g
 * with λ ≥ max(λ₁, 0) such that ‖δ‖ = r (Moré and Sorensen 1983).
 */
final class TrustRegion {
  private TrustRegion() {}

  /** For a slope that is not orthogonal to the top eigenvectors, or 0. */
  static double maximum(LocalQuadratic quadratic, double radius) {
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(quadratic.matrix()));
    double[] values = eigen.getEigenvalues();
    double[] slope = eigen.getVT().operate(quadratic.gradient());
    double top = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      top = Math.max(top, value);
    }
    double norm = MatrixUtils.createRealVector(slope).getNorm();
    if (norm == 0) {
      return Math.max(0, top) * radius * radius / 2;
    }
    if (top < 0 && length(values, slope, 0) <= radius) {
      return rise(values, slope, 0);
    }
    UnivariateFunction secular = lambda -> 1 / length(values, slope, lambda) - 1 / radius;
    double low = Math.max(top, 0) + 1e-12 * Math.max(1, Math.abs(top));
    double high = Math.max(top, 0) + 2 * norm / radius;
    double lambda =
        secular.value(low) >= 0
            ? low
            : new BrentSolver(1e-15, 1e-15).solve(1000, secular, low, high);
    return rise(values, slope, lambda);
  }

  private static double length(double[] values, double[] slope, double lambda) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += Math.pow(slope[i] / (lambda - values[i]), 2);
    }
    return Math.sqrt(sum);
  }

  private static double rise(double[] values, double[] slope, double lambda) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double x = slope[i] / (lambda - values[i]);
      sum += slope[i] * x + values[i] * x * x / 2;
    }
    return sum;
  }
}
