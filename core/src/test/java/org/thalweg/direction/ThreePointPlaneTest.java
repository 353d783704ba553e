package org.thalweg.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;

class ThreePointPlaneTest {
  private static final double[] TO_B = {3, 4, 0, 0};
  private static final double[] TO_C = {3, -1, 0, 2};

  @Test
  void orthogonalCoordinatesLeadToTheThirdPoint() {
    ThreePointPlane three = ThreePointPlane.orthogonal(given(TO_B), given(TO_C));
    Direction first = three.plane().first();
    Direction second = three.plane().second();
    assertThat(first.toArray()).containsExactly(TO_B);
    assertThat(second.norm()).isCloseTo(5, within(1e-14));
    assertThat(first.dot(second)).isCloseTo(0, within(1e-14));
    // (C − A)·d₁/‖d₁‖² = (9 − 4)/25.
    assertThat(three.thirdAlpha()).isCloseTo(0.2, within(1e-15));
    // ‖C − A‖² = 14 = (α² + β²)·25.
    assertThat(three.thirdBeta()).isCloseTo(Math.sqrt(14 / 25.0 - 0.04), within(1e-15));
    for (int i = 0; i < 4; i++) {
      assertThat(three.thirdAlpha() * first.get(i) + three.thirdBeta() * second.get(i))
          .isCloseTo(TO_C[i], within(1e-14));
    }
  }

  @Test
  void obliqueDirectionsAreTheDifferences() {
    ThreePointPlane three = ThreePointPlane.oblique(given(TO_B), given(TO_C));
    assertThat(three.plane().second().toArray()).containsExactly(TO_C);
    assertThat(three.thirdAlpha()).isZero();
    assertThat(three.thirdBeta()).isEqualTo(1);
  }

  @Test
  void threePointsOnALineSpanNoPlane() {
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(
            () -> ThreePointPlane.orthogonal(given(TO_B), given(new double[] {6, 8, 0, 0})));
  }

  @Test
  void unitFiltersAndUnitLayersIgnoreTheWeights() {
    var layout =
        org.thalweg.parameter.ParameterLayout.builder()
            .add("w", org.thalweg.parameter.ParameterKind.WEIGHT, 2, 2)
            .build();
    double[] weights = {100, 200, 0, 0};
    Direction raw = given(new double[] {3, 4, 0, 2});
    assertThat(raw.normalized(Normalization.DFILTER, BiasRule.ZERO, layout, weights).toArray())
        .usingComparatorWithPrecision(1e-9)
        .containsExactly(0.6, 0.8, 0, 1);
    double norm = Math.sqrt(29);
    assertThat(raw.normalized(Normalization.DLAYER, BiasRule.ZERO, layout, weights).toArray())
        .usingComparatorWithPrecision(1e-9)
        .containsExactly(3 / norm, 4 / norm, 0, 2 / norm);
  }

  @Test
  void randomDirectionsAreNearlyOrthogonal() {
    int d = 100_000;
    for (int k = 1; k < 5; k++) {
      Plane plane = new Plane(RandomDirection.of(d, 7, 0), RandomDirection.of(d, 7, k));
      // The cosine has standard deviation 1/√d.
      assertThat(Math.abs(plane.cosine())).isLessThan(4 / Math.sqrt(d));
    }
  }

  private static Direction given(double[] values) {
    return Direction.of(new DirectionSource.Given("test"), values);
  }
}
