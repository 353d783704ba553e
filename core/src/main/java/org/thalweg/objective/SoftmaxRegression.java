package org.thalweg.objective;

/**
 * C classes, L(W) = −(1/N) Σ log pₙ[yₙ], pₙ = softmax(W xₙ).
 *
 * <p>H = (1/N) Σ (diag pₙ − pₙpₙᵀ) ⊗ xₙxₙᵀ; it has at least p zero eigenvalues, because adding the
 * same vector to every row of W changes nothing. Parameters: {@code weight} of shape (C, p).
 */
public final class SoftmaxRegression extends LinearModel {
  private final int[] labels;
  private final int classes;

  /**
   * Regression of labels on x.
   *
   * @param x N×p
   * @param labels N labels from 0 to {@code classes} − 1
   */
  public SoftmaxRegression(double[][] x, int[] labels, int classes) {
    this(new DesignMatrix(x), labels.clone(), classes);
  }

  private SoftmaxRegression(DesignMatrix x, int[] labels, int classes) {
    super(x, classes);
    this.labels = labels;
    this.classes = classes;
    x.requireLabels(labels, classes);
  }

  @Override
  public SoftmaxRegression subset(int[] samples) {
    return new SoftmaxRegression(
        design().select(samples), DesignMatrix.selectLabels(labels, samples), classes);
  }

  @Override
  double loss(int n, double[] logits) {
    double largest = logits[largest(logits)];
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return Math.log(sum) + largest - logits[labels[n]];
  }

  @Override
  double[] answerGradient(int n, double[] logits) {
    double[] error = probabilities(logits);
    error[labels[n]] -= 1;
    return error;
  }

  @Override
  double[] answerCurvature(double[] logits, double[] u) {
    double[] p = probabilities(logits);
    double mean = 0;
    for (int c = 0; c < classes; c++) {
      mean += p[c] * u[c];
    }
    for (int c = 0; c < classes; c++) {
      p[c] *= u[c] - mean;
    }
    return p;
  }

  @Override
  boolean classifies() {
    return true;
  }

  /** Ties go to the first class. */
  @Override
  boolean right(int n, double[] logits) {
    return largest(logits) == labels[n];
  }

  private int largest(double[] logits) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = logits[c] > logits[best] ? c : best;
    }
    return best;
  }

  private double[] probabilities(double[] logits) {
    double largest = logits[largest(logits)];
    double[] p = new double[classes];
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      p[c] = Math.exp(logits[c] - largest);
      sum += p[c];
    }
    for (int c = 0; c < classes; c++) {
      p[c] /= sum;
    }
    return p;
  }
}
