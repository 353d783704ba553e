package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.result.Outcome;
import org.thalweg.testkit.Seeded;

class PowerIterationTest {
  /** The trap: software that reports ‖Av‖ or stops early returns 9.5, 7 or 5. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void signsAreKept(Precision precision) {
    Seeded.cases(
        5,
        seed -> {
          double[] spectrum = Spectra.withBulk(200, 1, seed, 10, -9.5, 5);
          LinearOperator a = new MixedOperator(spectrum, seed, new ArraySpace(200, precision));
          try (Eigenpairs pairs = PowerIteration.solve(a, new PowerOptions(3, 1e-2, 6000, seed))) {
            assertThat(pairs.top()).hasSize(2);
            assertThat(pairs.bottom()).hasSize(1);
            assertThat(pairs.top().get(0).value()).isCloseTo(10, within(0.01));
            assertThat(pairs.top().get(1).value()).isCloseTo(5, within(0.05));
            assertThat(pairs.bottom().get(0).value()).isCloseTo(-9.5, within(0.01));
            for (Eigenpair pair : pairs.top()) {
              checkResidual(a, pair);
            }
            checkResidual(a, pairs.bottom().get(0));
          }
        });
  }

  private static void checkResidual(LinearOperator a, Eigenpair pair) {
    assertThat(pair.vector().norm()).isCloseTo(1, within(1e-6));
    try (Vector image = a.apply(pair.vector())) {
      image.axpy(-pair.value(), pair.vector());
      assertThat(image.norm()).isCloseTo(pair.residual(), within(1e-4));
    }
  }

  /** Of λ and −λ the iterates swing between two vectors; the residual says so. */
  @Test
  void equalSizesWithOppositeSignsAreNotFoundAndThatIsSaid() {
    double[] spectrum = Spectra.withBulk(100, 1, 3, 10, -10);
    try (Eigenpairs pairs =
        PowerIteration.solve(new MixedOperator(spectrum, 1), new PowerOptions(1, 1e-3, 2000, 0))) {
      assertThat(pairs.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
      assertThat(pairs.products()).isEqualTo(2000);
      Eigenpair only = pairs.top().isEmpty() ? pairs.bottom().get(0) : pairs.top().get(0);
      assertThat(only.converged()).isFalse();
      assertThat(only.residual()).isGreaterThan(1);
    }
  }

  @Test
  void aClusterIsFoundUpToItsWidth() {
    double[] spectrum = Spectra.withBulk(100, 1, 3, 10, 9.99, 9.98);
    try (Eigenpairs pairs =
            PowerIteration.solve(
                new MixedOperator(spectrum, 1), new PowerOptions(3, 1e-3, 3000, 0));
        Eigenpairs lanczos =
            Lanczos.solve(new MixedOperator(spectrum, 1), LanczosOptions.of(3, 0))) {
      for (Eigenpair pair : pairs.top()) {
        assertThat(pair.value()).isBetween(9.97, 10.001);
      }
      assertThat(lanczos.outcome()).isEqualTo(Outcome.CONVERGED);
      assertThat(lanczos.products()).isLessThan(120);
    }
  }

  @Test
  void copiesOfAMultipleEigenvalueAreDeflatedOneByOne() {
    double[] spectrum = Spectra.withBulk(100, 1, 3, 7, 7, 7);
    try (Eigenpairs pairs =
        PowerIteration.solve(new MixedOperator(spectrum, 1), new PowerOptions(3, 1e-6, 300, 0))) {
      assertThat(pairs.outcome()).isEqualTo(Outcome.CONVERGED);
      assertThat(pairs.top())
          .allSatisfy(pair -> assertThat(pair.value()).isCloseTo(7, within(1e-9)));
      assertThat(pairs.top().get(0).vector().dot(pairs.top().get(1).vector()))
          .isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void theZeroMatrixHasTheEigenvalueZero() {
    try (Eigenpairs pairs =
        PowerIteration.solve(
            DiagonalOperator.of(new double[3], ArraySpace.of(3)),
            new PowerOptions(2, 1e-3, 10, 0))) {
      assertThat(pairs.outcome()).isEqualTo(Outcome.CONVERGED);
      assertThat(pairs.top()).hasSize(2);
      assertThat(pairs.top().get(0).value()).isZero();
    }
  }
}
