package org.thalweg.objective;

/**
 * Two classes, L(w) = (1/N) Σ [log(1 + exp zₙ) − yₙzₙ], zₙ = xₙ·w, yₙ 0 or 1.
 *
 * <p>H = (1/N) Xᵀ diag(σ(z)(1 − σ(z))) X. Parameters: {@code weight} of shape (1, p).
 */
public final class LogisticRegression extends LinearModel {
  private final int[] labels;

  /**
   * Regression of labels on x.
   *
   * @param x N×p
   * @param labels N times 0 or 1
   */
  public LogisticRegression(double[][] x, int[] labels) {
    this(new DesignMatrix(x), labels.clone());
  }

  private LogisticRegression(DesignMatrix x, int[] labels) {
    super(x, 1);
    this.labels = labels;
    x.requireLabels(labels, 2);
  }

  @Override
  public LogisticRegression subset(int[] samples) {
    return new LogisticRegression(
        design().select(samples), DesignMatrix.selectLabels(labels, samples));
  }

  @Override
  double loss(int n, double[] answer) {
    double z = answer[0];
    // log(1 + e^z) without overflow.
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - labels[n] * z;
  }

  @Override
  double[] answerGradient(int n, double[] answer) {
    return new double[] {sigmoid(answer[0]) - labels[n]};
  }

  @Override
  double[] answerCurvature(double[] answer, double[] u) {
    return new double[] {sigmoid(answer[0]) * sigmoid(-answer[0]) * u[0]};
  }

  @Override
  boolean classifies() {
    return true;
  }

  @Override
  boolean right(int n, double[] answer) {
    return (answer[0] > 0) == (labels[n] == 1);
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
