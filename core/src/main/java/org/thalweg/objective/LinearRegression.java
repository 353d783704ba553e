package org.thalweg.objective;

import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

/**
 * Least squares, L(w) = (1/N) Σ (xₙ·w − yₙ)², without the factor ½. H = (2/N) XᵀX everywhere.
 * Parameters: {@code weight} of shape (1, p); a bias is a feature that is always 1.
 */
public final class LinearRegression implements SmoothFunction {
  private final DesignMatrix x;
  private final double[] y;

  /**
   * Regression of y on x.
   *
   * @param x N×p
   * @param y N targets
   */
  public LinearRegression(double[][] x, double[] y) {
    this.x = new DesignMatrix(x);
    this.y = y.clone();
    this.x.requireTargets(y.length);
  }

  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder().add("weight", ParameterKind.WEIGHT, 1, x.features()).build();
  }

  @Override
  public Evaluation evaluate(double[] w) {
    double[] losses = new double[x.samples()];
    for (int n = 0; n < losses.length; n++) {
      double error = x.dot(n, w, 0) - y[n];
      losses[n] = error * error;
    }
    return SampleLosses.evaluation(losses, Double.NaN);
  }

  @Override
  public double[] gradient(double[] w) {
    double[] gradient = new double[w.length];
    for (int n = 0; n < x.samples(); n++) {
      x.addTo(gradient, 0, 2 * (x.dot(n, w, 0) - y[n]) / x.samples(), n);
    }
    return gradient;
  }

  @Override
  public double[] hessianProduct(double[] w, double[] v) {
    double[] product = new double[w.length];
    for (int n = 0; n < x.samples(); n++) {
      x.addTo(product, 0, 2 * x.dot(n, v, 0) / x.samples(), n);
    }
    return product;
  }
}
