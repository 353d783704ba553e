package org.thalweg.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;

import org.hipparchus.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.thalweg.linalg.Precision;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.LinearRegression;
import org.thalweg.objective.LogisticRegression;
import org.thalweg.objective.SampledFunction;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessValue;
import org.thalweg.testkit.RelativeError;
import org.thalweg.testkit.Seeded;

/** Linear models, where ⟨∇ℓₙ, w⟩ = ∂ℓ/∂f · fₙ and wᵀFw is the mean of fₙᵀSₙfₙ. */
class FisherRaoNormTest {
  private static final int SAMPLES = 16;

  private static double[][] features(int rows, long seed) {
    double[][] x = new double[rows][];
    for (int n = 0; n < rows; n++) {
      x[n] = RandomStream.of(seed, "features", n).gaussians(5);
    }
    return x;
  }

  private static double dot(double[] x, double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += x[i] * w[i];
    }
    return sum;
  }

  private static SharpnessValue measured(String name, SampledFunction function, double[] w) {
    return Measured.by(name, FunctionObjective.of(function, w), SharpnessOptions.defaults());
  }

  private static double error(double[] values) {
    return Math.sqrt(StatUtils.variance(values) / values.length);
  }

  @Test
  void leastSquares() {
    Seeded.cases(
        10,
        seed -> {
          double[][] x = features(SAMPLES, seed);
          double[] y = RandomStream.of(seed, "targets").gaussians(SAMPLES);
          double[] w = RandomStream.of(seed, "weights").gaussians(5);
          double[] own = new double[SAMPLES];
          double[] given = new double[SAMPLES];
          for (int n = 0; n < SAMPLES; n++) {
            double f = dot(x[n], w);
            own[n] = 2 * f * f;
            given[n] = Math.pow(2 * (f - y[n]) * f, 2);
          }
          SharpnessValue fisher = measured("fisher-rao", new LinearRegression(x, y), w);
          RelativeError.atMost(1e-12, "model", fisher.value(), StatUtils.mean(own));
          RelativeError.atMost(
              1e-12, "norm", fisher.detail("norm"), Math.sqrt(StatUtils.mean(own)));
          // Sixteen samples are sixteen blocks.
          RelativeError.atMost(1e-12, "error", fisher.error().dataStandardError(), error(own));
          SharpnessValue empirical =
              measured("fisher-rao-empirical", new LinearRegression(x, y), w);
          RelativeError.atMost(1e-12, "empirical", empirical.value(), StatUtils.mean(given));
          RelativeError.atMost(1e-12, "error", empirical.error().dataStandardError(), error(given));
          assertThat(empirical.cost().hessianProducts()).isEqualTo(1);
        });
  }

  @Test
  void twoClasses() {
    double[][] x = features(40, 3);
    int[] labels = new int[40];
    double[] w = RandomStream.of(3, "weights").gaussians(5);
    double own = 0;
    double given = 0;
    for (int n = 0; n < labels.length; n++) {
      labels[n] = n % 2;
      double f = dot(x[n], w);
      double p = 1 / (1 + Math.exp(-f));
      own += p * (1 - p) * f * f / labels.length;
      given += Math.pow((p - labels[n]) * f, 2) / labels.length;
    }
    LogisticRegression function = new LogisticRegression(x, labels);
    SharpnessValue fisher = measured("fisher-rao", function, w);
    RelativeError.atMost(1e-12, "model", fisher.value(), own);
    assertThat(fisher.cost().hessianProducts()).isEqualTo(2);
    RelativeError.atMost(
        1e-12, "empirical", measured("fisher-rao-empirical", function, w).value(), given);
    for (String name : new String[] {"fisher-rao", "fisher-rao-empirical"}) {
      double single =
          Measured.by(
                  name,
                  FunctionObjective.of(function, w, Precision.FLOAT32),
                  SharpnessOptions.defaults())
              .value();
      RelativeError.atMost(1e-5, "float32", single, measured(name, function, w).value());
    }
  }

  @Test
  void theErrorOverBlocksIsAboutThatOverSamples() {
    double[][] x = features(4000, 5);
    double[] w = RandomStream.of(5, "weights").gaussians(5);
    double[] own = new double[x.length];
    for (int n = 0; n < x.length; n++) {
      own[n] = 2 * Math.pow(dot(x[n], w), 2);
    }
    SharpnessValue value = measured("fisher-rao", new LinearRegression(x, new double[x.length]), w);
    // Sixteen blocks tell a standard error to about 18 %.
    assertThat(value.error().dataStandardError() / error(own)).isBetween(0.5, 1.6);
    assertThat(value.detail("blocks")).isEqualTo(16);
  }

  @Test
  void withoutSamplesTheyDoNotApply() {
    LocalQuadratic quadratic = LocalQuadratic.random(new double[] {1, 2}, 1, 1);
    for (String name : new String[] {"fisher-rao", "fisher-rao-empirical"}) {
      SharpnessValue value = Measured.by(name, quadratic.objective(), SharpnessOptions.defaults());
      assertThat(value.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
      assertThat(value.reason()).contains("sample");
    }
  }
}
