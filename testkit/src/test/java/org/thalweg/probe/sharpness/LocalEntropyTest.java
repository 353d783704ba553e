package org.thalweg.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Objective;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessValue;
import org.thalweg.testkit.RelativeError;
import org.thalweg.testkit.Seeded;

class LocalEntropyTest {
  private static final double[] SPECTRUM = {9, 4, 3, 1, 0.5, -0.5};

  private static SharpnessOptions options(double radius, int draws, long seed) {
    return SharpnessOptions.defaults().withRadius(radius).withDraws(draws).withSeed(seed);
  }

  private static Objective slope(double size) {
    return FunctionObjective.of(new double[] {0}, t -> size * t[0]);
  }

  /** Losses at the documented draws. */
  private static double[] losses(LocalQuadratic quadratic, double radius, int n, long seed) {
    double[] losses = new double[n];
    Neighbourhood ball =
        new Neighbourhood(
            new ScaledCoordinates(new double[SPECTRUM.length]), PerturbationNorm.L2, radius);
    for (int k = 0; k < n; k++) {
      double[] theta = quadratic.point();
      double[] u = ball.draw(seed, k);
      for (int i = 0; i < u.length; i++) {
        theta[i] += u[i];
      }
      losses[k] = quadratic.evaluate(theta).loss();
    }
    return losses;
  }

  @Test
  void entropyOfNormalisedWeightsIsItsDefinition() {
    Seeded.cases(
        10,
        seed -> {
          LocalQuadratic quadratic = LocalQuadratic.random(SPECTRUM, 0.3, seed);
          double temperature = 0.05 * (1 + seed % 3);
          double[] losses = losses(quadratic, 0.4, 30, seed);
          double sum = 0;
          for (double loss : losses) {
            sum += Math.exp(-loss / temperature);
          }
          double entropy = 0;
          for (double loss : losses) {
            double p = Math.exp(-loss / temperature) / sum;
            entropy -= p * Math.log(p);
          }
          SharpnessValue value =
              Measured.by(
                  "entropy-weights",
                  quadratic.objective(),
                  options(0.4, 30, seed).withTemperature(temperature));
          RelativeError.atMost(1e-9, "entropy", value.value(), entropy);
          RelativeError.atMost(1e-9, "deficit", value.detail("deficit"), Math.log(30) - entropy);
          assertThat(value.detail("largestPossible")).isEqualTo(Math.log(30));
        });
  }

  @Test
  void entropyOfNormalisedWeightsLiesBetweenZeroAndTheLogarithmOfTheDraws() {
    Objective flat = FunctionObjective.of(new double[] {1, 2}, t -> 3);
    SharpnessValue highest = Measured.by("entropy-weights", flat, options(1, 25, 1));
    assertThat(highest.value()).isEqualTo(Math.log(25));
    assertThat(highest.error().standardError()).isZero();
    SharpnessValue lowest =
        Measured.by("entropy-weights", slope(1e6), options(1, 25, 1).withTemperature(1e-3));
    assertThat(lowest.value()).isCloseTo(0, within(1e-12)).isNotNegative();
    assertThat(lowest.detail("effectiveDraws")).isCloseTo(1, within(1e-9));
    Objective walls =
        FunctionObjective.of(new double[] {0}, t -> t[0] > 0 ? Double.POSITIVE_INFINITY : 1);
    SharpnessValue half = Measured.by("entropy-weights", walls, options(1, 1000, 1));
    assertThat(half.value()).isCloseTo(Math.log(500), within(0.1));
    Objective holes = FunctionObjective.of(new double[] {0}, t -> t[0] > 0 ? Double.NaN : 1);
    assertThat(Measured.by("entropy-weights", holes, options(1, 20, 1)).outcome())
        .isEqualTo(Outcome.NON_FINITE);
  }

  @Test
  void theDeficitIsHalfTheVarianceInUnitsOfTheTemperatureAndItsErrorTrue() {
    // Uniform on (−r, r): variance r²/3.
    double sum = 0;
    double squares = 0;
    double claimed = 0;
    int n = 300;
    for (int seed = 0; seed < n; seed++) {
      SharpnessValue value =
          Measured.by("entropy-weights", slope(1), options(0.01, 200, seed).withTemperature(0.1));
      double deficit = value.detail("deficit");
      sum += deficit;
      squares += deficit * deficit;
      claimed += value.error().standardError() / n;
    }
    double spread = Math.sqrt((squares - sum * sum / n) / (n - 1));
    assertThat(sum / n).isCloseTo(0.01 / 6, within(4 * spread / Math.sqrt(n) + 2e-5));
    assertThat(claimed / spread).isBetween(0.85, 1.2);
  }

  @Test
  void entropyOfAHistogramOfUniformLosses() {
    for (BinRule rule :
        new BinRule[] {new BinRule.FixedNumber(8), new BinRule.FreedmanDiaconis()}) {
      SharpnessOptions options = options(2, 20000, 3);
      SharpnessValue value = Measured.by(new HistogramEntropy(2, rule, options), slope(5));
      // On (−10, 10).
      assertThat(value.detail("differentialEntropy")).isCloseTo(Math.log(20), within(0.02));
      assertThat(value.value()).isCloseTo(Math.log(value.detail("bins")), within(0.06));
      assertThat(value.detail("binWidth") * value.detail("bins"))
          .isBetween(19.9, 20 + value.detail("binWidth"));
      // The caveat of the documentation.
      SharpnessValue sharper = Measured.by(new HistogramEntropy(2, rule, options), slope(500));
      assertThat(sharper.value()).isCloseTo(value.value(), within(1e-3));
      assertThat(sharper.detail("differentialEntropy")).isCloseTo(Math.log(2000), within(0.02));
    }
    Objective flat = FunctionObjective.of(new double[] {1, 2}, t -> 3);
    assertThat(Measured.by("entropy-histogram", flat, options(1, 20, 1)).value()).isZero();
  }

  @Test
  void theErrorOfAHistogramIsThatOfItsShares() {
    int n = 400;
    double[] values = new double[n];
    double claimed = 0;
    Objective square = FunctionObjective.of(new double[] {0}, t -> t[0] * t[0]);
    for (int seed = 0; seed < n; seed++) {
      SharpnessValue value =
          Measured.by(
              new HistogramEntropy(1, new BinRule.FixedNumber(4), options(1, 400, seed)), square);
      values[seed] = value.value();
      claimed += value.error().standardError() / n;
    }
    // Bins of t² between quarters have shares √(k/4) − √((k−1)/4).
    double expected = 0;
    for (int k = 1; k <= 4; k++) {
      double share = Math.sqrt(k / 4.0) - Math.sqrt((k - 1) / 4.0);
      expected -= share * Math.log(share);
    }
    double spread = Math.sqrt(StatUtils.variance(values));
    assertThat(StatUtils.mean(values)).isCloseTo(expected, within(4 * spread / 20 + 0.01));
    assertThat(claimed / spread).isBetween(0.85, 1.2);
  }

  @Test
  void widthsOfBins() {
    double[] values = {1, 2, 3, 4, 5, 6, 7};
    // The quartiles are 2 and 6.
    assertThat(new BinRule.FreedmanDiaconis().width(values))
        .isCloseTo(8 / Math.cbrt(7), within(1e-12));
    assertThat(new BinRule.FreedmanDiaconis().width(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 7}))
        .isCloseTo(2, within(1e-12));
    assertThat(new BinRule.FixedNumber(3).width(values)).isCloseTo(2, within(1e-12));
  }

  @Test
  void logPartitionOfAQuadratic() {
    int n = 200;
    LocalQuadratic quadratic = LocalQuadratic.random(SPECTRUM, 0.5, 4);
    double gamma = 1 / 0.09;
    double expected = exact(quadratic, gamma);
    double sum = 0;
    double squares = 0;
    double claimed = 0;
    for (int seed = 0; seed < n; seed++) {
      SharpnessValue value =
          Measured.by("entropy-sgd", quadratic.objective(), options(0.3, 500, seed));
      sum += value.value();
      squares += Math.pow(value.value() - expected, 2);
      claimed += value.error().standardError() / n;
      RelativeError.atMost(1e-12, "γ", value.detail("gamma"), gamma);
      RelativeError.atMost(
          1e-9,
          "constant",
          value.value() - value.detail("withoutConstant"),
          3 * Math.log(2 * Math.PI / gamma));
      assertThat(value.outcome()).isEqualTo(Outcome.CONVERGED);
    }
    double spread = Math.sqrt(squares / n);
    // The logarithm of a mean of n weights is too low by half the squared error.
    assertThat(sum / n).isCloseTo(expected, within(4 * spread / Math.sqrt(n) + spread * spread));
    assertThat(claimed / spread).isBetween(0.8, 1.2);
  }

  /** −c + ½gᵀ(A + γI)⁻¹g + (d/2) ln 2π − ½ ln det(A + γI). */
  private static double exact(LocalQuadratic quadratic, double gamma) {
    EigenDecompositionSymmetric a =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(quadratic.matrix()));
    double sum = -0.5;
    for (int i = 0; i < SPECTRUM.length; i++) {
      double precision = a.getEigenvalue(i) + gamma;
      double g = a.getEigenvector(i).dotProduct(MatrixUtils.createRealVector(quadratic.gradient()));
      sum += g * g / precision / 2 + Math.log(2 * Math.PI / precision) / 2;
    }
    return sum;
  }

  @Test
  void aLogPartitionCarriedByAFewDrawsSaysSo() {
    SharpnessValue value = Measured.by("entropy-sgd", slope(100), options(1, 50, 1));
    assertThat(value.detail("effectiveDraws")).isLessThan(5);
    assertThat(value.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    SharpnessValue flat =
        Measured.by(
            "entropy-sgd", FunctionObjective.of(new double[] {1}, t -> 3), options(1, 50, 1));
    RelativeError.atMost(1e-12, "flat", flat.value(), Math.log(2 * Math.PI) / 2 - 3);
    assertThat(flat.detail("rise")).isZero();
    assertThat(flat.detail("effectiveDraws")).isEqualTo(50);
  }
}
