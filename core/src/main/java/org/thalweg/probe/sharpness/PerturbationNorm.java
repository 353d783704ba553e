package org.thalweg.probe.sharpness;

import org.thalweg.random.RandomStream;

/** How the size of u is measured, and what follows from it. */
enum PerturbationNorm {
  /** ‖u‖₂: a ball. */
  L2 {
    @Override
    void project(double[] u, double radius) {
      double norm = norm(u);
      if (norm > radius) {
        for (int i = 0; i < u.length; i++) {
          u[i] *= radius / norm;
        }
      }
    }

    @Override
    double dual(double[] slope) {
      return norm(slope);
    }

    @Override
    double[] steepest(double[] slope) {
      double norm = norm(slope);
      double[] v = slope.clone();
      for (int i = 0; i < v.length && norm > 0; i++) {
        v[i] /= norm;
      }
      return v;
    }

    @Override
    double[] uniform(RandomStream random, int dimension) {
      double[] u = steepest(random.gaussians(dimension));
      double length = Math.pow(random.uniform(), 1.0 / dimension);
      for (int i = 0; i < dimension; i++) {
        u[i] *= length;
      }
      return u;
    }
  },
  /** max |uᵢ|: a box. */
  LINF {
    @Override
    void project(double[] u, double radius) {
      for (int i = 0; i < u.length; i++) {
        u[i] = Math.max(-radius, Math.min(radius, u[i]));
      }
    }

    @Override
    double dual(double[] slope) {
      double sum = 0;
      for (double s : slope) {
        sum += Math.abs(s);
      }
      return sum;
    }

    @Override
    double[] steepest(double[] slope) {
      double[] v = new double[slope.length];
      for (int i = 0; i < v.length; i++) {
        v[i] = Math.signum(slope[i]);
      }
      return v;
    }

    @Override
    double[] uniform(RandomStream random, int dimension) {
      double[] u = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        u[i] = 2 * random.uniform() - 1;
      }
      return u;
    }
  };

  /** u ← the nearest point of {‖u‖ ≤ radius}. */
  abstract void project(double[] u, double radius);

  /** max ⟨s, v⟩ over ‖v‖ ≤ 1. */
  abstract double dual(double[] slope);

  /** A v with ‖v‖ ≤ 1 that attains it; 0 for s = 0. */
  abstract double[] steepest(double[] slope);

  /** A point uniform in {‖u‖ ≤ 1}; in many dimensions a ball is nearly all surface. */
  abstract double[] uniform(RandomStream random, int dimension);

  private static double norm(double[] x) {
    double sum = 0;
    for (double component : x) {
      sum += component * component;
    }
    return Math.sqrt(sum);
  }
}
