package org.thalweg.probe.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.thalweg.direction.Direction;
import org.thalweg.direction.DirectionSource;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.PathProjection;

class PathCoordinatesTest {
  private static final Offset<Double> TIGHT = within(1e-13);

  private static Direction given(double... values) {
    return Direction.of(new DirectionSource.Given("test"), values);
  }

  @Test
  void divideByTheSquareOfTheLength() {
    // A direction of length 10: the coordinate of 2.5 times it is 2.5, not 25 and not 250.
    PathProjection found =
        PathCoordinates.along(List.of(given(0, 10, 0)))
            .fromSnapshot(GivenSnapshots.of(new double[] {3, 26, 4}, new double[] {0, 1, 0}), 1);
    assertThat(found.coordinates().get(0, 0)).isCloseTo(2.5, TIGHT);
    assertThat(found.offPlane().get(0)).isCloseTo(5, TIGHT);
    assertThat(found.coordinates().get(1, 0)).isZero();
    assertThat(found.offPlane().get(1)).isZero();
    assertThat(found.origin()).isEqualTo("the last snapshot");
  }

  @Test
  void accountForTheAngleBetweenDirections() {
    // (7, 2, 3) = 5·(1, 0, 0) + 2·(1, 1, 0) + 3 off the plane.
    PathProjection found =
        PathCoordinates.along(List.of(given(1, 0, 0), given(1, 1, 0)))
            .fromSnapshot(GivenSnapshots.of(new double[] {7, 2, 3}, new double[3]), 1);
    assertThat(found.coordinates().get(0, 0)).isCloseTo(5, TIGHT);
    assertThat(found.coordinates().get(0, 1)).isCloseTo(2, TIGHT);
    assertThat(found.offPlane().get(0)).isCloseTo(3, TIGHT);
    assertThat(found.along(1).get(0)).isCloseTo(2, TIGHT);
  }

  @Test
  void nearlyParallelDirectionsOfVeryDifferentLengthKeepTheirCoordinates() {
    PathProjection found =
        PathCoordinates.along(List.of(given(1, 0, 0), given(1e6, 1e3, 0)))
            .fromSnapshot(GivenSnapshots.of(new double[] {4e6 + 3, 4e3, 0.25}, new double[3]), 1);
    assertThat(found.coordinates().get(0, 0)).isCloseTo(3, within(1e-3));
    assertThat(found.coordinates().get(0, 1)).isCloseTo(4, within(1e-8));
    assertThat(found.offPlane().get(0)).isCloseTo(0.25, within(1e-6));
  }

  @Test
  void fromTheMeanAddUpToZero() {
    PathProjection found =
        PathCoordinates.along(List.of(given(2, 0)))
            .fromMean(GivenSnapshots.of(new double[] {1, 1}, new double[] {7, 5}));
    assertThat(found.coordinates().get(0, 0)).isCloseTo(-1.5, TIGHT);
    assertThat(found.coordinates().get(1, 0)).isCloseTo(1.5, TIGHT);
    assertThat(found.offPlane().get(0)).isCloseTo(2, TIGHT);
  }

  @Test
  void directionsBeyondThePlaneDoNotShortenTheDistance() {
    PathProjection found =
        PathCoordinates.along(List.of(new double[] {1, 0, 0}, new double[] {0, 1, 0}), 1)
            .fromSnapshot(GivenSnapshots.of(new double[] {1, 3, 4}, new double[3]), 1);
    assertThat(found.coordinates().get(0, 1)).isCloseTo(3, TIGHT);
    assertThat(found.offPlane().get(0)).isCloseTo(5, TIGHT);
  }

  @Test
  void tinyDistancesAreNotLostBesideALongPath() {
    // From squares, √(10¹² + 10⁻¹⁰ − 10¹²) would be 0.
    PathProjection found =
        PathCoordinates.along(List.of(given(1, 0)))
            .fromSnapshot(GivenSnapshots.of(new double[] {1e6, 1e-5}, new double[2]), 1);
    assertThat(found.offPlane().get(0)).isCloseTo(1e-5, within(1e-12));
  }

  @Test
  void dependentDirectionsAreRefused() {
    assertThatThrownBy(() -> PathCoordinates.along(List.of(given(1, 2), given(-2, -4))))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("span of the others");
    assertThatThrownBy(() -> PathCoordinates.along(List.of(given(0, 0))))
        .isInstanceOf(ThalwegException.class);
  }
}
