package org.thalweg.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.LogisticRegression;
import org.thalweg.objective.Objective;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessValue;
import org.thalweg.testkit.RelativeError;

class PacBayesTest {
  private static final double[] SPECTRUM = {9, 4, 3, 1, 0.5, 0.5};
  private static final double TRACE = 18;

  private static SharpnessOptions options(int draws, long seed) {
    return SharpnessOptions.defaults().withDraws(draws).withSeed(seed);
  }

  /** One weight of this size and n samples with x = 1 of class 1: right while w > 0. */
  private static Objective alwaysOne(double w, int n) {
    double[][] x = new double[n][];
    Arrays.fill(x, new double[] {1});
    int[] labels = new int[n];
    Arrays.fill(labels, 1);
    return FunctionObjective.of(new LogisticRegression(x, labels), new double[] {w});
  }

  @Test
  void sigmaIsWhereTheMeanRiseOfTheDrawsReachesTheTarget() {
    LocalQuadratic quadratic = LocalQuadratic.random(SPECTRUM, 0, 3);
    double mean = 0;
    for (int k = 0; k < 20; k++) {
      mean += quadratic.curvature(RandomStream.of(7, "sharpness noise", k).gaussians(6)) / 2 / 20;
    }
    for (double target : new double[] {1e-5, 0.1, 300}) {
      SharpnessValue value =
          Measured.by("pac-bayes-sigma", quadratic.objective(), options(20, 7).withRadius(target));
      double exact = Math.sqrt(target / mean);
      assertThat(value.value()).isLessThanOrEqualTo(exact * (1 + 1e-9));
      assertThat(value.detail("bracketEnd")).isGreaterThanOrEqualTo(exact * (1 - 1e-9));
      assertThat(value.detail("bracketEnd") / value.value()).isLessThan(1.003);
      RelativeError.atMost(
          1e-12, "1/σ²", value.detail("inverseSquare"), 1 / Math.pow(value.value(), 2));
      RelativeError.atMost(
          1e-9, "rise", value.detail("meanRise"), mean * Math.pow(value.value(), 2));
      assertThat(value.outcome()).isEqualTo(Outcome.CONVERGED);
    }
  }

  @Test
  void sigmaIsAStandardDeviationAndItsErrorIsTrue() {
    LocalQuadratic quadratic = LocalQuadratic.random(SPECTRUM, 0, 3);
    int n = 200;
    double sum = 0;
    double squares = 0;
    double claimed = 0;
    double claimedInverse = 0;
    double inverseSum = 0;
    double inverseSquares = 0;
    for (int seed = 0; seed < n; seed++) {
      SharpnessValue value =
          Measured.by("pac-bayes-sigma", quadratic.objective(), options(100, seed));
      sum += value.value();
      squares += value.value() * value.value();
      claimed += value.error().standardError() / n;
      double inverse = value.detail("inverseSquare");
      inverseSum += inverse;
      inverseSquares += inverse * inverse;
      claimedInverse += value.detail("inverseSquareStderr") / n;
    }
    // E L = σ² tr A / 2.
    assertThat(sum / n).isCloseTo(Math.sqrt(2 * 0.1 / TRACE), within(0.01 * sum / n));
    assertThat(claimed / Math.sqrt((squares - sum * sum / n) / (n - 1))).isBetween(0.8, 1.25);
    double spread = Math.sqrt((inverseSquares - inverseSum * inverseSum / n) / (n - 1));
    assertThat(claimedInverse / spread).isBetween(0.75, 1.3);
  }

  @Test
  void adaptiveSigmaIsRelativeToEachParameter() {
    double[] point = {2, -3, 0.5};
    LocalQuadratic quadratic =
        LocalQuadratic.diagonal(new double[] {1, 2, 8}, new double[3], point);
    SharpnessValue value =
        Measured.by("adaptive-pac-bayes-sigma", quadratic.objective(), options(2000, 1));
    // Σ aᵢθᵢ² = 4 + 18 + 2.
    assertThat(value.value())
        .isCloseTo(Math.sqrt(0.2 / 24), within(4 * value.error().standardError() + 1e-3));
    for (double c : new double[] {4, 0.1}) {
      RelativeError.atMost(
          1e-9,
          "rescaled",
          Measured.by("adaptive-pac-bayes-sigma", ScaleInvariant.scaledBy(c), options(20, 1))
              .value(),
          Measured.by("adaptive-pac-bayes-sigma", ScaleInvariant.scaledBy(1), options(20, 1))
              .value());
    }
    assertThat(Measured.by("pac-bayes-sigma", ScaleInvariant.scaledBy(10), options(20, 1)).value())
        .isLessThan(
            0.5
                * Measured.by("pac-bayes-sigma", ScaleInvariant.scaledBy(1), options(20, 1))
                    .value());
  }

  @Test
  void aDropOfTheAccuracy() {
    // Wrong with probability Φ(−w/σ), a tenth where w/σ = 1.2815516.
    SharpnessValue value =
        Measured.by("pac-bayes-sigma-accuracy", alwaysOne(2, 3), options(20000, 1));
    assertThat(value.value())
        .isCloseTo(2 / 1.2815516, within(4 * value.error().standardError() + 0.005));
    assertThat(value.error().standardError()).isBetween(0.002, 0.05);
    assertThat(value.radius().unit()).contains("accuracy");
    SharpnessValue none =
        Measured.by(
            "pac-bayes-sigma-accuracy",
            LocalQuadratic.random(SPECTRUM, 0, 3).objective(),
            options(5, 1));
    assertThat(none.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(none.reason()).contains("accuracy");
  }

  @Test
  void aSearchThatFindsNothingSaysSo() {
    Objective flat = FunctionObjective.of(new double[] {1, 2}, t -> 3);
    SharpnessValue value = Measured.by("pac-bayes-sigma", flat, options(5, 1));
    assertThat(value.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    assertThat(value.value()).isGreaterThan(1e5);
    Objective nowhere = FunctionObjective.of(new double[] {1, 2}, t -> Double.NaN);
    assertThat(Measured.by("pac-bayes-sigma", nowhere, options(5, 1)).outcome())
        .isEqualTo(Outcome.NON_FINITE);
    // Not a number except at θ: no σ is small enough.
    Objective needle = FunctionObjective.of(new double[] {1}, t -> t[0] == 1 ? 0 : Double.NaN);
    SharpnessValue least = Measured.by("pac-bayes-sigma", needle, options(5, 1));
    assertThat(least.value()).isZero();
    assertThat(least.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    assertThat(Measured.by("pac-bayes-sigma", needle, options(5, 1).withRadius(0)).outcome())
        .isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void theDivergenceOfTwoNormalDistributions() {
    try (Vector theta = ArraySpace.of(3).of(new double[] {1, 2, 2});
        Vector mean = ArraySpace.of(3).of(new double[] {1, 0, 2})) {
      assertThat(GaussianPrior.centred(0.5).divergence(theta, 0.5))
          .isCloseTo(9 / 0.25 / 2, within(1e-12));
      assertThat(new GaussianPrior(0.5, Optional.of(theta)).divergence(theta, 0.5)).isZero();
      // ½(3·4 + 4/0.25 − 3 − 3 ln 4).
      assertThat(new GaussianPrior(0.5, Optional.of(mean)).divergence(theta, 1))
          .isCloseTo((12 + 16 - 3 - 3 * Math.log(4)) / 2, within(1e-12));
    }
    assertThatThrownBy(() -> GaussianPrior.centred(0))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION));
  }

  @Test
  void theBoundConstantByConstant() {
    // d = 1, θ = 1, σ = 0.01, σ_p = 0.1: KL = ½(0.01 − 1 + ln 100 + 100).
    double divergence = (0.01 - 1 + Math.log(100) + 100) / 2;
    for (int m : new int[] {8, 2000}) {
      SharpnessValue value = Measured.by("pac-bayes-bound", alwaysOne(1, m), options(20, 1));
      double confidence = Math.log(2 * Math.sqrt(m) / 0.05);
      double complexity = Math.sqrt((divergence + confidence) / (2 * m));
      RelativeError.atMost(1e-12, "value", value.value(), complexity);
      RelativeError.atMost(1e-12, "KL", value.detail("divergence"), divergence);
      RelativeError.atMost(1e-12, "ln", value.detail("confidenceTerm"), confidence);
      RelativeError.atMost(1e-12, "error", value.detail("errorBound"), complexity);
      assertThat(value.detail("vacuous")).isEqualTo(m == 8 ? 1 : 0);
      assertThat(value.detail("bounded")).isEqualTo(1);
      assertThat(value.detail("sharpnessTerm")).isZero();
    }
  }

  @Test
  void theSharpnessTermOfTheBoundCountsWrongAnswers() {
    // Φ(−1) of the draws are wrong.
    SharpnessValue value =
        Measured.by("pac-bayes-bound", alwaysOne(1, 10), options(4000, 1).withRadius(1));
    assertThat(value.detail("sharpnessTerm"))
        .isCloseTo(0.15866, within(4 * value.error().standardError()));
    assertThat(value.error().standardError())
        .isCloseTo(Math.sqrt(0.15866 * 0.84134 / 4000), within(3e-4));
    assertThat(value.value()).isEqualTo(value.detail("complexity") + value.detail("sharpnessTerm"));
    assertThat(
            Measured.by("pac-bayes-bound", alwaysOne(1, 10), options(4, 1).withRadius(0)).outcome())
        .isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void theSimplifiedFormIsOfTheLossAndLacksTheConfidence() {
    double divergence = (0.01 - 1 + Math.log(100) + 100) / 2;
    SharpnessValue value =
        Measured.by("pac-bayes-bound-simplified", alwaysOne(1, 50), options(30, 2));
    double mean = 0;
    for (int k = 0; k < 30; k++) {
      double w = 1 + 0.01 * RandomStream.of(2, "sharpness noise", k).gaussian();
      mean += Math.log1p(Math.exp(-w)) / 30;
    }
    double sharpness = mean - Math.log1p(Math.exp(-1));
    assertThat(value.value()).isCloseTo(Math.sqrt(divergence / 100) + sharpness, within(1e-12));
    assertThat(value.detail("sharpnessTerm")).isCloseTo(sharpness, within(1e-12));
    Objective function = FunctionObjective.of(new double[] {1}, t -> t[0]);
    assertThat(Measured.by("pac-bayes-bound-simplified", function, options(3, 1)).outcome())
        .isEqualTo(Outcome.NOT_APPLICABLE);
  }
}
