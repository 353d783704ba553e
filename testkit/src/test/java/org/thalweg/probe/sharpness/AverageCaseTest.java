package org.thalweg.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.random.RandomStream;
import org.thalweg.result.SharpnessValue;
import org.thalweg.testkit.Seeded;

/**
 * Means over draws against their expectations on quadratics, and whether their errors are right.
 */
class AverageCaseTest {
  private static final double[] SPECTRUM = {6, 4, 3, 0.5, 0, 0, -1, -2};

  private static SharpnessOptions options(double radius, int draws, long seed) {
    return SharpnessOptions.defaults().withRadius(radius).withDraws(draws).withSeed(seed);
  }

  /** Σ cᵢ²Aᵢᵢ. */
  private static double trace(LocalQuadratic quadratic, boolean adaptive) {
    double sum = 0;
    for (int i = 0; i < SPECTRUM.length; i++) {
      double c = adaptive ? quadratic.point()[i] : 1;
      sum += c * c * quadratic.matrix()[i][i];
    }
    return sum;
  }

  @Test
  void averagesAreHalfTheTraceTimesTheVariance() {
    Seeded.cases(
        4,
        seed -> {
          LocalQuadratic quadratic = LocalQuadratic.random(SPECTRUM, 0.5, seed);
          double rho = 0.3;
          for (boolean adaptive : new boolean[] {false, true}) {
            String prefix = adaptive ? "adaptive-" : "";
            double normal = rho * rho / 2 * trace(quadratic, adaptive);
            near(prefix + "average-l2", quadratic, rho, seed, normal);
            near(prefix + "average-linf", quadratic, rho, seed, normal / 3);
          }
        });
  }

  private static void near(
      String name, LocalQuadratic quadratic, double rho, long seed, double expected) {
    SharpnessValue value = Measured.by(name, quadratic.objective(), options(rho, 4000, seed));
    assertThat(value.value())
        .as(name)
        .isCloseTo(expected, within(4 * value.error().standardError()));
    assertThat(value.error().standardError()).isLessThan(0.1);
    assertThat(value.draws()).isEqualTo(4000);
  }

  @Test
  void theStandardErrorIsRight() {
    LocalQuadratic quadratic = LocalQuadratic.random(SPECTRUM, 0.5, 3);
    double expected = 0.09 / 2 * trace(quadratic, true);
    int inside = 0;
    for (int seed = 0; seed < 300; seed++) {
      SharpnessValue value =
          Measured.by("adaptive-average-l2", quadratic.objective(), options(0.3, 100, seed));
      inside += Math.abs(value.value() - expected) <= 1.96 * value.error().standardError() ? 1 : 0;
    }
    // 95 % of 300 is 285; five standard deviations of the count are 19.
    assertThat(inside).isBetween(266, 300);
  }

  @Test
  void gaussianChangeOfALinearFunctionIsHalfNormal() {
    double[] slope = {3, 0, -4};
    LocalQuadratic linear = LocalQuadratic.diagonal(new double[3], slope, new double[3]);
    SharpnessValue value = Measured.by("gaussian", linear.objective(), options(0.1, 5000, 1));
    double error = value.error().standardError();
    assertThat(value.value()).isCloseTo(0.1 * 5 * Math.sqrt(2 / Math.PI), within(4 * error));
    // The variance of |x| is (1 − 2/π)σ².
    assertThat(error).isCloseTo(0.5 * Math.sqrt((1 - 2 / Math.PI) / 5000), within(0.03 * error));
    assertThat(value.detail("meanChange"))
        .isCloseTo(0, within(4 * value.detail("meanChangeStderr")));
    assertThat(value.detail("largestChange")).isGreaterThan(1);
  }

  @Test
  void gaussianUsesTheDocumentedDraws() {
    LocalQuadratic quadratic = LocalQuadratic.random(SPECTRUM, 1, 2);
    double sum = 0;
    for (int k = 0; k < 5; k++) {
      double[] theta = quadratic.point();
      double[] noise = RandomStream.of(9, "sharpness noise", k).gaussians(theta.length);
      for (int i = 0; i < theta.length; i++) {
        theta[i] += 0.2 * noise[i];
      }
      sum += Math.abs(quadratic.evaluate(theta).loss() - 0.5);
    }
    assertThat(Measured.by("gaussian", quadratic.objective(), options(0.2, 5, 9)).value())
        .isCloseTo(sum / 5, within(1e-12));
  }

  @Test
  void drawsAreUniformInTheBall() {
    // The mean of ½‖δ‖² is ½r²d/(d + 2), that of a linear function 0.
    int d = 5;
    double[] ones = {1, 1, 1, 1, 1};
    LocalQuadratic round = LocalQuadratic.diagonal(ones, new double[d], ones);
    SharpnessValue value = Measured.by("ball-sampled", round.objective(), options(2, 20000, 4));
    // The variance of ‖δ‖²/r² is d/(d + 4) − (d/(d + 2))².
    double error = 2 * Math.sqrt((5 / 9.0 - 25 / 49.0) / 20000);
    assertThat(value.detail("mean")).isCloseTo(2 * 5 / 7.0, within(4 * error));
    assertThat(value.value()).isBetween(1.99, 2.0);
    LocalQuadratic slope = LocalQuadratic.diagonal(new double[d], ones, ones);
    assertThat(Measured.by("ball-sampled", slope.objective(), options(2, 20000, 4)).detail("mean"))
        .isCloseTo(0, within(4 * 2 * Math.sqrt(5 / 7.0 / 20000)));
  }

  @Test
  void theHighestOfNUniformNumbers() {
    // In one dimension the expected maximum of n draws from (−r, r) is r(n − 1)/(n + 1).
    LocalQuadratic line = LocalQuadratic.diagonal(new double[1], new double[] {1}, new double[1]);
    double sum = 0;
    for (int seed = 0; seed < 2000; seed++) {
      sum += Measured.by("ball-sampled", line.objective(), options(3, 9, seed)).value();
    }
    // The maximum, scaled to (0, 1), is Beta(9, 1) with variance 9/(100·11).
    double error = 6 * Math.sqrt(9 / 1100.0 / 2000);
    assertThat(sum / 2000).isCloseTo(3 * 0.8, within(4 * error));
  }

  @Test
  void theSpreadOfAMaximumOfExponentialNumbers() {
    // The maximum of n exponential numbers has variance Σ 1/k², nearly that of Gumbel, π²/6.
    RandomStream random = RandomStream.of(1, "exponential");
    double sum = 0;
    for (int repetition = 0; repetition < 4000; repetition++) {
      double[] values = new double[40];
      for (int i = 0; i < values.length; i++) {
        values[i] = -Math.log(1 - random.uniform());
      }
      sum += SampledMaximum.spread(values);
    }
    assertThat(sum / 4000).isCloseTo(Math.PI / Math.sqrt(6), within(0.05));
    assertThat(SampledMaximum.spread(new double[] {1, 2, 3})).isNaN();
  }

  @Test
  void theSpreadOfASampledMaximumIsAboutRight() {
    double[] spectrum = new double[60];
    for (int i = 0; i < spectrum.length; i++) {
      spectrum[i] = 10.0 / (1 + i);
    }
    LocalQuadratic quadratic = LocalQuadratic.random(spectrum, 0.2, 7);
    double sum = 0;
    double squares = 0;
    double claimed = 0;
    int n = 400;
    for (int seed = 0; seed < n; seed++) {
      SharpnessValue value =
          Measured.by("ball-sampled", quadratic.objective(), options(0.5, 20, seed));
      sum += value.value();
      squares += value.value() * value.value();
      claimed += value.error().standardError() / n;
    }
    double actual = Math.sqrt((squares - sum * sum / n) / (n - 1));
    assertThat(claimed / actual).isBetween(0.75, 1.35);
  }
}
