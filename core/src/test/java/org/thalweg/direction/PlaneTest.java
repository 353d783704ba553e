package org.thalweg.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class PlaneTest {
  @Test
  void cosine() {
    assertThat(plane(new double[] {2, 0}, new double[] {3, 3}).cosine())
        .isCloseTo(Math.sqrt(0.5), within(1e-15));
    assertThat(plane(new double[] {2, 0}, new double[] {0, -1}).cosine()).isZero();
  }

  @Test
  void nothingIsOrthogonalisedUnasked() {
    Plane plane = plane(new double[] {2, 0}, new double[] {3, 3});
    assertThat(plane.second().toArray()).containsExactly(3, 3);
    assertThat(plane.second().description().orthogonalized()).isFalse();
  }

  @Test
  void orthogonalisingKeepsTheFirstAndTheLengthOfTheSecond() {
    Plane plane = plane(new double[] {2, 0}, new double[] {3, -4}).orthogonalized();
    assertThat(plane.first().toArray()).containsExactly(2, 0);
    assertThat(plane.second().toArray()).containsExactly(0, -5);
    assertThat(plane.second()).hasToString("given (test), orthogonalised");
    assertThat(plane.first()).hasToString("given (test)");
  }

  @Test
  void orthogonalisingIsAccurateForNearlyParallelDirections() {
    Direction first = RandomDirection.of(1000, 5, 0);
    double[] near = first.toArray();
    double[] other = RandomDirection.of(1000, 5, 1).toArray();
    for (int i = 0; i < near.length; i++) {
      near[i] += 1e-4 * other[i];
    }
    Plane plane = new Plane(first, Direction.of(new DirectionSource.Given("near"), near));
    assertThat(plane.cosine()).isGreaterThan(0.99999);
    assertThat(plane.orthogonalized().cosine()).isCloseTo(0, within(1e-15));
    assertThat(plane.orthogonalized().second().norm())
        .isCloseTo(plane.second().norm(), within(1e-10));
  }

  @Test
  void randomDirectionsAreNearlyOrthogonal() {
    int dimension = 10_000;
    Plane plane =
        new Plane(RandomDirection.of(dimension, 1, 0), RandomDirection.of(dimension, 1, 1));
    // The cosine has standard deviation 1/√d = 0.01.
    assertThat(plane.cosine()).isCloseTo(0, within(0.05)).isNotZero();
  }

  @Test
  void directionsThatSpanNoPlaneAreRejected() {
    double[] zero = {0, 0, 0};
    double[] some = {1, 2, 3};
    assertNoPlane(some, zero);
    assertNoPlane(zero, some);
    assertNoPlane(some, some);
    assertNoPlane(some, new double[] {-0.1, -0.2, -0.3});
  }

  @Test
  void directionsOfDifferentNetworksAreRejected() {
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> plane(new double[] {1, 2}, new double[] {1, 2, 3}))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH));
  }

  private static void assertNoPlane(double[] first, double[] second) {
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> plane(first, second))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION));
  }

  private static Plane plane(double[] first, double[] second) {
    DirectionSource source = new DirectionSource.Given("test");
    return new Plane(Direction.of(source, first), Direction.of(source, second));
  }
}
