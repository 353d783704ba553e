package org.thalweg.probe.curvature;

import org.thalweg.objective.LinearRegression;
import org.thalweg.objective.LogisticRegression;
import org.thalweg.random.RandomStream;

/** Data drawn again and again from the same population. */
final class Populations {
  private Populations() {}

  /** Features N(0, diag(4, 1, ¼)); labels from a logistic model. */
  static LogisticRegression logistic(int samples, long draw) {
    double[][] x = features(samples, draw);
    RandomStream random = RandomStream.of(draw, "label");
    int[] labels = new int[samples];
    for (int n = 0; n < samples; n++) {
      double z = 0.5 * x[n][0] - x[n][1] + 0.3 * x[n][2];
      labels[n] = random.uniform() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
    }
    return new LogisticRegression(x, labels);
  }

  /** The same features; y = (1, −1, 2)·x + N(0, ¼). */
  static LinearRegression linear(int samples, long draw) {
    double[][] x = features(samples, draw);
    RandomStream random = RandomStream.of(draw, "error");
    double[] y = new double[samples];
    for (int n = 0; n < samples; n++) {
      y[n] = x[n][0] - x[n][1] + 2 * x[n][2] + 0.5 * random.gaussian();
    }
    return new LinearRegression(x, y);
  }

  private static double[][] features(int samples, long draw) {
    double[][] x = new double[samples][];
    for (int n = 0; n < samples; n++) {
      x[n] = RandomStream.of(draw, "features", n).gaussians(3);
      x[n][0] *= 2;
      x[n][2] /= 2;
    }
    return x;
  }
}
