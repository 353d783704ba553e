package org.thalweg.probe.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.result.Values;
import org.thalweg.testkit.TrackedSpace;

class PathTest {
  private static final ArraySpace PLANE = ArraySpace.of(2);

  @Test
  void weightsOfABezierCurveAreBernsteinPolynomials() {
    assertThat(CurveShape.BEZIER.weights(0.25, 3)).containsExactly(0.5625, 0.375, 0.0625);
    double t = 0.3;
    assertThat(CurveShape.BEZIER.weights(t, 4))
        .containsExactly(
            new double[] {0.343, 3 * 0.3 * 0.49, 3 * 0.09 * 0.7, 0.027}, within(1e-15));
  }

  @Test
  void weightsOfAPolychainAreHats() {
    assertThat(CurveShape.POLYCHAIN.weights(0.375, 5)).containsExactly(0, 0.5, 0.5, 0, 0);
    assertThat(CurveShape.POLYCHAIN.weights(0.5, 5)).containsExactly(0, 0, 1, 0, 0);
    assertThat(CurveShape.POLYCHAIN.weights(0.3, 2)).containsExactly(0.7, 0.3);
  }

  @Test
  void theEndsAreTheNetworksBitForBit() {
    for (Precision precision : Precision.values()) {
      ArraySpace space = new ArraySpace(3, precision);
      for (CurveShape shape : CurveShape.values()) {
        for (int bends = 0; bends < 4; bends++) {
          try (Vector a = space.of(new double[] {0.1, -1e9, 3});
              Vector b = space.of(new double[] {1e-9, 0.7, Math.PI});
              Vector point = space.zeros();
              Path path = Path.straight(shape, a, b, bends)) {
            path.point(0, point);
            assertThat(point.toArray()).containsExactly(a.toArray());
            path.point(1, point);
            assertThat(point.toArray()).containsExactly(b.toArray());
          }
        }
      }
    }
  }

  @Test
  void bendsStartEvenlyOnTheLine() {
    try (Path path = Path.straight(CurveShape.BEZIER, at(0, 0), at(4, 8), 3);
        Vector point = PLANE.zeros()) {
      assertThat(path.bends()).isEqualTo(3);
      assertThat(path.points().get(1).toArray()).containsExactly(1, 2);
      path.point(0.3, point);
      assertThat(point.toArray()).containsExactly(new double[] {1.2, 2.4}, within(1e-15));
    }
  }

  @Test
  void lengthOfAPolychainIsThatOfItsPieces() {
    Path path = new Path(CurveShape.POLYCHAIN, List.of(at(0, 0), at(3, 4), at(3, 10), at(2, 10)));
    Values lengths = path.arcLengths(Values.of(0, 1 / 6., 0.5, 1));
    assertThat(lengths.toArray()).containsExactly(new double[] {0, 2.5, 8, 12}, within(1e-12));
  }

  /** (t², 2t(1 − t)·½…) through (0,0), (½,½)…: a parabola y = x − x², whose length is known. */
  @Test
  void lengthOfABezierCurveIsThatOfTheParabola() {
    // φ(t) = (t, t − t²) has the points (0,0), (½,½), (1,0).
    Path path = new Path(CurveShape.BEZIER, List.of(at(0, 0), at(0.5, 0.5), at(1, 0)));
    double half = (Math.sqrt(2) + Math.log(1 + Math.sqrt(2))) / 4;
    Values lengths = path.arcLengths(Values.of(0, 0.5, 1));
    assertThat(lengths.toArray()).containsExactly(new double[] {0, half, 2 * half}, within(1e-12));
    try (Vector point = PLANE.zeros()) {
      path.point(0.25, point);
      assertThat(point.toArray()).containsExactly(0.25, 0.1875);
    }
  }

  @Test
  void aLineIsAsLongAsTheDistance() {
    try (Path path = Path.line(at(1, 1), at(4, 5))) {
      assertThat(path.arcLengths(Values.linspace(0, 1, 11)).get(10)).isCloseTo(5, within(1e-14));
    }
  }

  @Test
  void closesWhatItCopied() {
    TrackedSpace space = new TrackedSpace(PLANE);
    try (Vector a = space.zeros();
        Vector b = space.of(new double[] {1, 2})) {
      try (Path path = Path.straight(CurveShape.BEZIER, a, b, 3)) {
        assertThat(path.arcLengths(Values.of(0, 1)).get(1)).isPositive();
        assertThat(space.open()).isEqualTo(2 + 5);
      }
      assertThat(space.open()).isEqualTo(2);
    }
  }

  @Test
  void networksOfDifferentSizeAreRefused() {
    assertThatThrownBy(() -> Path.line(at(1, 2), ArraySpace.of(3).zeros()))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH));
  }

  private static Vector at(double x, double y) {
    return PLANE.of(new double[] {x, y});
  }
}
