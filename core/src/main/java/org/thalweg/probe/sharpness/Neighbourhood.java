package org.thalweg.probe.sharpness;

import org.thalweg.random.RandomStream;

/**
 * The perturbations {Tu : ‖u‖ ≤ radius}.
 *
 * @param displacement T; closed by whoever made it
 * @param norm of u
 */
record Neighbourhood(Displacement displacement, PerturbationNorm norm, double radius) {
  /**
   * Point number {@code index} of a sample uniform in the coordinates u, from the stream (seed,
   * {@code "sharpness draw"}, index). Measures of the same neighbourhood draw the same points.
   */
  double[] draw(long seed, int index) {
    RandomStream random = RandomStream.of(seed, "sharpness draw", index);
    double[] u = norm.uniform(random, displacement.dimension());
    for (int i = 0; i < u.length; i++) {
      u[i] *= radius;
    }
    return u;
  }

  /** The corner or boundary point to which the slope points. */
  double[] steepest(double[] slope) {
    double[] u = norm.steepest(slope);
    for (int i = 0; i < u.length; i++) {
      u[i] *= radius;
    }
    return u;
  }

  void project(double[] u) {
    norm.project(u, radius);
  }

  /**
   * max ⟨s, v − u⟩ over the neighbourhood: what a linear model of the loss at u still promises. It
   * is 0 exactly where u is stationary.
   */
  double gap(double[] u, double[] slope) {
    double inner = 0;
    for (int i = 0; i < u.length; i++) {
      inner += u[i] * slope[i];
    }
    return radius * norm.dual(slope) - inner;
  }
}
