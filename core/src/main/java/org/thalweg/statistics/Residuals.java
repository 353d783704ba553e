package org.thalweg.statistics;

import java.util.ArrayList;
import java.util.List;

/** What is left of columns of deviations after linear regression on controls. */
final class Residuals {
  /** A column of which less than this share is left follows from the controls. */
  private static final double NOTHING = 1e-10;

  /** Orthonormal. */
  private final List<double[]> basis = new ArrayList<>();

  /** Takes one control more, unless it is constant or follows from the others. */
  void control(double[] deviations) {
    double[] left = of(deviations);
    double norm = norm(left);
    if (norm > 0) {
      for (int i = 0; i < left.length; i++) {
        left[i] /= norm;
      }
      basis.add(left);
    }
  }

  /** How many independent controls there are. */
  int controls() {
    return basis.size();
  }

  /** The part orthogonal to all controls; exactly 0 if only rounding is left. */
  double[] of(double[] deviations) {
    double[] left = deviations.clone();
    // Twice is enough for orthogonality to machine precision (W. Kahan, in Parlett 1980).
    for (int pass = 0; pass < 2; pass++) {
      for (double[] direction : basis) {
        double c = LinearCorrelation.dot(direction, left);
        for (int i = 0; i < left.length; i++) {
          left[i] -= c * direction[i];
        }
      }
    }
    return norm(left) <= NOTHING * norm(deviations) ? new double[left.length] : left;
  }

  private static double norm(double[] v) {
    return Math.sqrt(LinearCorrelation.dot(v, v));
  }
}
