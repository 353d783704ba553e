package org.thalweg.objective;

import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

/**
 * Two classes, L(w) = (1/N) Σ [log(1 + exp zₙ) − yₙzₙ], zₙ = xₙ·w, yₙ 0 or 1.
 *
 * <p>H = (1/N) Xᵀ diag(σ(z)(1 − σ(z))) X. Parameters: {@code weight} of shape (1, p).
 */
public final class LogisticRegression implements SmoothFunction {
  private final DesignMatrix x;
  private final int[] labels;

  /**
   * Regression of labels on x.
   *
   * @param x N×p
   * @param labels N times 0 or 1
   */
  public LogisticRegression(double[][] x, int[] labels) {
    this.x = new DesignMatrix(x);
    this.labels = labels.clone();
    this.x.requireLabels(labels, 2);
  }

  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder().add("weight", ParameterKind.WEIGHT, 1, x.features()).build();
  }

  @Override
  public Evaluation evaluate(double[] w) {
    double[] losses = new double[x.samples()];
    int right = 0;
    for (int n = 0; n < losses.length; n++) {
      double z = x.dot(n, w, 0);
      // log(1 + e^z) without overflow.
      losses[n] = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - labels[n] * z;
      right += (z > 0) == (labels[n] == 1) ? 1 : 0;
    }
    return SampleLosses.evaluation(losses, (double) right / losses.length);
  }

  @Override
  public double[] gradient(double[] w) {
    double[] gradient = new double[w.length];
    for (int n = 0; n < x.samples(); n++) {
      x.addTo(gradient, 0, (sigmoid(x.dot(n, w, 0)) - labels[n]) / x.samples(), n);
    }
    return gradient;
  }

  @Override
  public double[] hessianProduct(double[] w, double[] v) {
    double[] product = new double[w.length];
    for (int n = 0; n < x.samples(); n++) {
      double z = x.dot(n, w, 0);
      x.addTo(product, 0, sigmoid(z) * sigmoid(-z) * x.dot(n, v, 0) / x.samples(), n);
    }
    return product;
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
