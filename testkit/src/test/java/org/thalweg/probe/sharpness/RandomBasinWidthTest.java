package org.thalweg.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Objective;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessValue;

/** θ is one filter, so that a direction has its length. */
class RandomBasinWidthTest {
  private static SharpnessOptions options(double rise, int draws) {
    return SharpnessOptions.defaults().withRadius(rise).withDraws(draws);
  }

  @Test
  void ofACircularBowlItIsTheSameInAllDirections() {
    double[] ones = {1, 1, 1, 1};
    // ‖θ‖ = 2: ½·4·α² = t.
    LocalQuadratic bowl = LocalQuadratic.diagonal(ones, new double[4], ones);
    SharpnessValue value = Measured.by("basin-width", bowl.objective(), options(0.5, 7));
    assertThat(value.value()).isCloseTo(1, within(value.detail("gridUncertainty")));
    assertThat(value.detail("gridUncertainty")).isCloseTo(0.1, within(1e-9));
    // Joined by straight lines the curve lies above the parabola by at most h²L''/8.
    assertThat(value.value()).isCloseTo(1, within(2 * 0.05 * 0.05 * 4 / 8 / 2 + 1e-9));
    assertThat(value.error().standardError()).isCloseTo(0, within(1e-10));
    assertThat(value.error().kind()).contains("directions");
    assertThat(value.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(value.cost().forward()).isEqualTo(7 * 41);
  }

  @Test
  void ofAnEllipticBowlItIsTheMeanOverDirections() {
    double[] curvature = {40, 20, 10, 30};
    double[] point = {1, -1, 1, -1};
    LocalQuadratic bowl = LocalQuadratic.diagonal(curvature, new double[4], point);
    double sum = 0;
    double narrowest = 2;
    for (int k = 0; k < 30; k++) {
      double[] d = RandomStream.of(0, "direction", k).gaussians(4);
      double square = 0;
      double bend = 0;
      for (int i = 0; i < 4; i++) {
        square += d[i] * d[i];
        bend += curvature[i] * d[i] * d[i];
      }
      double width = 2 * Math.sqrt(2 * 5 / (bend / square * 4));
      sum += width;
      narrowest = Math.min(narrowest, width);
    }
    SharpnessValue value = Measured.by("basin-width", bowl.objective(), options(5, 30));
    assertThat(value.value()).isCloseTo(sum / 30, within(0.01));
    assertThat(value.detail("narrowest")).isCloseTo(narrowest, within(0.01));
    assertThat(value.error().standardError()).isPositive();
  }

  @Test
  void aRangeThatIsTooShortIsSaidToBe() {
    Objective flat = FunctionObjective.of(new double[] {1, 2}, t -> 3);
    SharpnessValue value = Measured.by("basin-width", flat, options(0.1, 3));
    assertThat(value.value()).isEqualTo(2);
    assertThat(value.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    assertThat(value.detail("openDirections")).isEqualTo(3);
    Objective nowhere = FunctionObjective.of(new double[] {1, 2}, t -> Double.NaN);
    assertThat(Measured.by("basin-width", nowhere, options(0.1, 3)).outcome())
        .isEqualTo(Outcome.NON_FINITE);
  }
}
