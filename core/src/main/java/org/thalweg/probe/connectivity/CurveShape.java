package org.thalweg.probe.connectivity;

/**
 * How points w₀ … w_m define a curve φ(t) = Σ c_k(t) w_k on 0 ≤ t ≤ 1, with φ(0) = w₀ and φ(1) =
 * w_m exactly. With m = 1 both are the straight line (1 − t) w₀ + t w₁.
 *
 * <p>Source: Garipov, Izmailov, Podoprikhin, Vetrov, Wilson (2018).
 */
public enum CurveShape {
  /** Straight pieces of equal duration through all points: c_k(t) = max(0, 1 − |mt − k|). */
  POLYCHAIN {
    @Override
    void weights(double t, double[] weights) {
      int last = weights.length - 1;
      int segment = segment(t, last);
      double within = last == 1 ? t : t * last - segment;
      weights[segment] = 1 - within;
      weights[segment + 1] = within;
    }

    @Override
    void velocityWeights(double t, double[] weights) {
      int last = weights.length - 1;
      int segment = segment(t, last);
      weights[segment] = -last;
      weights[segment + 1] = last;
    }

    @Override
    int pieces(int points) {
      return points - 1;
    }
  },

  /**
   * The Bezier curve of degree m: c_k(t) = C(m, k) tᵏ (1 − t)^(m − k). It passes through its ends
   * only.
   */
  BEZIER {
    @Override
    void weights(double t, double[] weights) {
      bernstein(t, weights.length - 1, weights);
    }

    /** c′_k = m (B_{k−1, m−1} − B_{k, m−1}). */
    @Override
    void velocityWeights(double t, double[] weights) {
      int degree = weights.length - 1;
      double[] lower = new double[degree];
      bernstein(t, degree - 1, lower);
      for (int k = 0; k <= degree; k++) {
        double before = k > 0 ? lower[k - 1] : 0;
        double here = k < degree ? lower[k] : 0;
        weights[k] = degree * (before - here);
      }
    }

    @Override
    int pieces(int points) {
      return 1;
    }
  };

  /** Fills zeros with c_k(t). */
  abstract void weights(double t, double[] weights);

  /** Fills zeros with c′_k(t). */
  abstract void velocityWeights(double t, double[] weights);

  /** Into how many equal intervals of t the curve divides where it is not smooth. */
  abstract int pieces(int points);

  /** c_k(t) for a curve of so many points, the ends included. */
  public double[] weights(double t, int points) {
    double[] weights = new double[points];
    weights(t, weights);
    return weights;
  }

  /** As files and commands name it. */
  public String text() {
    return this == BEZIER ? "bezier" : "polychain";
  }

  private static int segment(double t, int segments) {
    return Math.min(segments - 1, (int) (t * segments));
  }

  /** De Casteljau's recurrence: no powers, exact at both ends. */
  private static void bernstein(double t, int degree, double[] weights) {
    weights[0] = 1;
    for (int n = 1; n <= degree; n++) {
      for (int k = n; k > 0; k--) {
        weights[k] = (1 - t) * weights[k] + t * weights[k - 1];
      }
      weights[0] *= 1 - t;
    }
  }
}
