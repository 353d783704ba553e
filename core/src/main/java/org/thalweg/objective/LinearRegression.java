package org.thalweg.objective;

/**
 * Least squares, L(w) = (1/N) Σ (xₙ·w − yₙ)², without the factor ½. H = (2/N) XᵀX everywhere.
 * Parameters: {@code weight} of shape (1, p); a bias is a feature that is always 1.
 */
public final class LinearRegression extends LinearModel {
  private final double[] y;

  /**
   * Regression of y on x.
   *
   * @param x N×p
   * @param y N targets
   */
  public LinearRegression(double[][] x, double[] y) {
    this(new DesignMatrix(x), y.clone());
  }

  private LinearRegression(DesignMatrix x, double[] y) {
    super(x, 1);
    this.y = y;
    x.requireTargets(y.length);
  }

  @Override
  public LinearRegression subset(int[] samples) {
    DesignMatrix rows = design().select(samples);
    double[] targets = new double[samples.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = y[samples[i]];
    }
    return new LinearRegression(rows, targets);
  }

  @Override
  double loss(int n, double[] answer) {
    double error = answer[0] - y[n];
    return error * error;
  }

  @Override
  double[] answerGradient(int n, double[] answer) {
    return new double[] {2 * (answer[0] - y[n])};
  }

  @Override
  double[] answerCurvature(double[] answer, double[] u) {
    return new double[] {2 * u[0]};
  }

  @Override
  boolean classifies() {
    return false;
  }

  @Override
  boolean right(int n, double[] answer) {
    return false;
  }
}
