package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.result.Outcome;
import org.thalweg.testkit.TrackedSpace;

/** How searches end when they do not simply succeed, and that they leave nothing behind. */
class LanczosEndingsTest {
  private static final double[] SPECTRUM = Spectra.withBulk(300, 1, 6, 8, 5, 4, -3, -2);
  private static final LanczosOptions OPTIONS = LanczosOptions.of(3, 2);

  /** An operator on tracked vectors that does something else from one product on. */
  private record Disturbed(
      TrackedSpace space, LinearOperator inner, AtomicInteger products, int from, Double instead)
      implements LinearOperator {
    static Disturbed from(int product, Double instead) {
      TrackedSpace space = new TrackedSpace(ArraySpace.of(SPECTRUM.length));
      LinearOperator inner = DiagonalOperator.of(SPECTRUM, space);
      return new Disturbed(space, inner, new AtomicInteger(), product, instead);
    }

    @Override
    public void apply(Vector x, Vector y) {
      inner.apply(x, y);
      if (products.incrementAndGet() >= from) {
        if (instead.isInfinite()) {
          throw new IllegalStateException("the operator broke");
        }
        double[] values = y.toArray();
        values[7] = instead;
        y.set(values);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 15, 25})
  void aSmallBudgetIsKeptAndSaid(int budget) {
    Disturbed a = Disturbed.from(Integer.MAX_VALUE, Double.NaN);
    try (Eigenpairs pairs = Lanczos.solve(a, OPTIONS.withMaxProducts(budget).withTolerance(1e-9))) {
      assertThat(pairs.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
      assertThat(a.products().get()).isEqualTo(pairs.products()).isLessThanOrEqualTo(budget);
      assertThat(pairs.top()).hasSize(3);
      assertThat(pairs.bottom()).hasSize(2);
      Eigenpair worst = pairs.bottom().get(1);
      assertThat(worst.converged()).isFalse();
      try (Vector residual = a.inner().apply(worst.vector())) {
        residual.axpy(-worst.value(), worst.vector());
        assertThat(worst.residual()).isCloseTo(residual.norm(), within(1e-12));
      }
      assertThat(pairs.top().get(0).value()).isLessThanOrEqualTo(8 + 1e-12);
    }
    assertThat(a.space().open()).isZero();
  }

  @Test
  void notANumberEndsTheSearchAndKeepsWhatWasFound() {
    Disturbed a = Disturbed.from(13, Double.NaN);
    try (Eigenpairs pairs = Lanczos.solve(a, OPTIONS)) {
      assertThat(pairs.outcome()).isEqualTo(Outcome.NON_FINITE);
      assertThat(pairs.products()).isEqualTo(13);
      assertThat(pairs.top()).hasSize(3);
      assertThat(pairs.top().get(0).value()).isCloseTo(8, within(1e-2));
      assertThat(pairs.top().get(0).residual()).isNaN();
      assertThat(pairs.top()).noneMatch(Eigenpair::converged);
    }
    assertThat(a.space().open()).isZero();
  }

  @Test
  void notANumberFromTheStartLeavesNothing() {
    Disturbed a = Disturbed.from(1, Double.NaN);
    try (Eigenpairs pairs = Lanczos.solve(a, OPTIONS)) {
      assertThat(pairs.outcome()).isEqualTo(Outcome.NON_FINITE);
      assertThat(pairs.top()).isEmpty();
      assertThat(pairs.bottom()).isEmpty();
    }
    assertThat(a.space().open()).isZero();
  }

  @Test
  void notANumberInTheFinalCheckIsNoResidual() {
    int all = Lanczos.solve(Disturbed.from(Integer.MAX_VALUE, Double.NaN), OPTIONS).products();
    Disturbed a = Disturbed.from(all - 1, Double.NaN);
    try (Eigenpairs pairs = Lanczos.solve(a, OPTIONS)) {
      assertThat(pairs.outcome()).isEqualTo(Outcome.NON_FINITE);
      assertThat(pairs.top()).allMatch(Eigenpair::converged);
      assertThat(pairs.bottom()).allMatch(pair -> Double.isNaN(pair.residual()));
    }
    assertThat(a.space().open()).isZero();
  }

  @Test
  void cancellingStopsBeforeTheNextProduct() {
    Disturbed a = Disturbed.from(Integer.MAX_VALUE, Double.NaN);
    try (Eigenpairs pairs =
        Lanczos.solve(a, OPTIONS, LanczosListener.silent(), () -> a.products().get() >= 9)) {
      assertThat(pairs.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(a.products().get()).isEqualTo(9);
      assertThat(pairs.top()).hasSize(3).noneMatch(Eigenpair::converged);
    }
    assertThat(a.space().open()).isZero();
  }

  @Test
  void aToleranceBelowRoundoffIsSaidSoonAndNotChased() {
    LinearOperator a = Spectra.rotated(SPECTRUM, 2, Precision.FLOAT32);
    LanczosOptions options = OPTIONS.withTolerance(1e-10).withMaxProducts(5000);
    try (Eigenpairs pairs = Lanczos.solve(a, options)) {
      assertThat(pairs.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
      assertThat(pairs.products()).isLessThan(400);
      assertThat(pairs.top().get(0).converged()).isFalse();
      assertThat(pairs.top().get(0).value()).isCloseTo(8, within(1e-5));
      assertThat(pairs.top().get(0).residual()).isBetween(1e-10, 1e-4);
    }
  }

  @Test
  void nothingStaysOpenWhateverBreaksWhenever() {
    int all = Lanczos.solve(Disturbed.from(Integer.MAX_VALUE, Double.NaN), OPTIONS).products();
    for (int product = 1; product <= all; product++) {
      Disturbed a = Disturbed.from(product, Double.POSITIVE_INFINITY);
      assertThatThrownBy(() -> Lanczos.solve(a, OPTIONS.withBasisSize(12)))
          .hasMessage("the operator broke");
      assertThat(a.space().open()).as("open after product %d broke", product).isZero();
    }
  }

  @Test
  void aListenerThatThrowsLeavesNothingOpen() {
    Disturbed a = Disturbed.from(Integer.MAX_VALUE, Double.NaN);
    assertThatThrownBy(
            () ->
                Lanczos.solve(
                    a,
                    OPTIONS,
                    (products, converged) -> {
                      throw new IllegalStateException("deaf");
                    },
                    () -> false))
        .hasMessage("deaf");
    assertThat(a.space().open()).isZero();
  }

  @Test
  void theResultOwnsExactlyItsVectors() {
    Disturbed a = Disturbed.from(Integer.MAX_VALUE, Double.NaN);
    Eigenpairs pairs = Lanczos.solve(a, OPTIONS);
    assertThat(a.space().open()).isEqualTo(5);
    pairs.close();
    assertThat(a.space().open()).isZero();
  }
}
