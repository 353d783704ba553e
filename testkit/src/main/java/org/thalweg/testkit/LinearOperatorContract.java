package org.thalweg.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.random.RandomStream;

/** What every {@link LinearOperator} must do; a test class extends it and says which operator. */
public abstract class LinearOperatorContract {
  /** A new operator; the contract closes it. */
  protected abstract LinearOperator operator();

  /**
   * Allowed error relative to the sizes involved (‖Ax‖‖y‖ for dot products). The default suits a
   * product of a few layers.
   */
  protected double tolerance(Precision precision) {
    return precision == Precision.FLOAT64 ? 1e-10 : 2e-4;
  }

  @Test
  void isSymmetric() {
    try (LinearOperator a = operator()) {
      for (int round = 0; round < 3; round++) {
        try (Vector u = random(a, "u", round);
            Vector v = random(a, "v", round);
            Vector au = a.apply(u);
            Vector av = a.apply(v)) {
          double scale = av.norm() * u.norm() + au.norm() * v.norm();
          assertSmall("uᵀAv − vᵀAu", u.dot(av) - v.dot(au), scale, a);
        }
      }
    }
  }

  @Test
  void isLinear() {
    try (LinearOperator a = operator();
        Vector u = random(a, "u", 0);
        Vector v = random(a, "v", 0);
        Vector au = a.apply(u);
        Vector av = a.apply(v);
        Vector combination = u.copy().scale(2).axpy(-0.5, v);
        Vector image = a.apply(combination)) {
      double scale = 2 * au.norm() + 0.5 * av.norm();
      image.axpy(-2, au).axpy(0.5, av);
      assertSmall("‖A(2u − v/2) − 2Au + Av/2‖", image.norm(), scale, a);
    }
  }

  @Test
  void mapsZeroToZero() {
    try (LinearOperator a = operator();
        Vector zero = a.space().zeros();
        Vector image = a.apply(zero)) {
      assertThat(image.norm()).isZero();
    }
  }

  @Test
  void leavesXAndOverwritesY() {
    try (LinearOperator a = operator();
        Vector x = random(a, "x", 0);
        Vector expected = a.apply(x);
        Vector y = random(a, "old content of y", 0)) {
      double[] before = x.toArray();
      a.apply(x, y);
      assertThat(x.toArray()).containsExactly(before);
      RelativeError.atMost(tolerance(a.space().precision()), "Ax", y.toArray(), expected.toArray());
    }
  }

  @Test
  void doesSeveralProductsAtOnceOrStops() {
    try (LinearOperator a = operator();
        Vector u = random(a, "u", 0);
        Vector v = random(a, "v", 0);
        Vector au = a.apply(u);
        Vector av = a.apply(v);
        Vector first = a.space().zeros();
        Vector second = a.space().zeros()) {
      assertThat(a.together()).isPositive();
      assertThat(a.applyAll(List.of(u, v), List.of(first, second), () -> false)).isTrue();
      assertThat(first.toArray()).containsExactly(au.toArray());
      assertThat(second.toArray()).containsExactly(av.toArray());
      assertThat(a.applyAll(List.of(u, v), List.of(first, second), () -> true)).isFalse();
      assertThat(a.applyAll(List.of(), List.of(), () -> false)).isTrue();
    }
  }

  private void assertSmall(String what, double value, double scale, LinearOperator a) {
    assertThat(Math.abs(value))
        .as(what)
        .isLessThanOrEqualTo(tolerance(a.space().precision()) * scale);
  }

  private static Vector random(LinearOperator a, String name, int round) {
    return a.space()
        .of(
            RandomStream.of(11, "operator contract " + name, round)
                .gaussians(a.space().dimension()));
  }
}
