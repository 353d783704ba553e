package org.thalweg.objective;

import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

/**
 * C classes, L(W) = −(1/N) Σ log pₙ[yₙ], pₙ = softmax(W xₙ).
 *
 * <p>H = (1/N) Σ (diag pₙ − pₙpₙᵀ) ⊗ xₙxₙᵀ; it has at least p zero eigenvalues, because adding the
 * same vector to every row of W changes nothing. Parameters: {@code weight} of shape (C, p).
 */
public final class SoftmaxRegression implements SmoothFunction {
  private final DesignMatrix x;
  private final int[] labels;
  private final int classes;

  /**
   * Regression of labels on x.
   *
   * @param x N×p
   * @param labels N labels from 0 to {@code classes} − 1
   */
  public SoftmaxRegression(double[][] x, int[] labels, int classes) {
    this.x = new DesignMatrix(x);
    this.labels = labels.clone();
    this.classes = classes;
    this.x.requireLabels(labels, classes);
  }

  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder()
        .add("weight", ParameterKind.WEIGHT, classes, x.features())
        .build();
  }

  @Override
  public Evaluation evaluate(double[] w) {
    double[] losses = new double[x.samples()];
    int right = 0;
    for (int n = 0; n < losses.length; n++) {
      double[] logits = scores(n, w);
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = logits[c] > logits[best] ? c : best;
      }
      double sum = 0;
      for (double logit : logits) {
        sum += Math.exp(logit - logits[best]);
      }
      losses[n] = Math.log(sum) + logits[best] - logits[labels[n]];
      right += best == labels[n] ? 1 : 0;
    }
    return SampleLosses.evaluation(losses, (double) right / losses.length);
  }

  @Override
  public double[] gradient(double[] w) {
    double[] gradient = new double[w.length];
    for (int n = 0; n < x.samples(); n++) {
      double[] p = probabilities(n, w);
      for (int c = 0; c < classes; c++) {
        double error = p[c] - (c == labels[n] ? 1 : 0);
        x.addTo(gradient, c * x.features(), error / x.samples(), n);
      }
    }
    return gradient;
  }

  @Override
  public double[] hessianProduct(double[] w, double[] v) {
    double[] product = new double[w.length];
    for (int n = 0; n < x.samples(); n++) {
      double[] p = probabilities(n, w);
      double[] u = scores(n, v);
      double mean = 0;
      for (int c = 0; c < classes; c++) {
        mean += p[c] * u[c];
      }
      for (int c = 0; c < classes; c++) {
        x.addTo(product, c * x.features(), p[c] * (u[c] - mean) / x.samples(), n);
      }
    }
    return product;
  }

  private double[] scores(int n, double[] w) {
    double[] scores = new double[classes];
    for (int c = 0; c < classes; c++) {
      scores[c] = x.dot(n, w, c * x.features());
    }
    return scores;
  }

  private double[] probabilities(int n, double[] w) {
    double[] p = scores(n, w);
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : p) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      p[c] = Math.exp(p[c] - largest);
      sum += p[c];
    }
    for (int c = 0; c < classes; c++) {
      p[c] /= sum;
    }
    return p;
  }
}
